import JSON

/// A boat that somebody brings to the harbour.
struct NewBoat: Sendable, Equatable {
    var name: String
    var seats: Int
    var stops: [String]

    static let schema: Schema<NewBoat> = .object(
        named: "NewBoat", NewBoat.init,
        Field("name", \.name, .text(1...10), "Its name."),
        Field("seats", \.seats, .integer(1...12), default: 4, "How many it carries."),
        Field(
            "stops", \.stops, .array(of: .text(1...5), count: 0...3), default: [],
            "Where it has been."))
}
