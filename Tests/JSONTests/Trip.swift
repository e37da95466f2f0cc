import JSON

/// What the schema tests read and write: an excursion that people join.
struct Trip: Sendable, Equatable {
    var title: String
    var seats: Int
    var guide: String?
    var stops: [Stop]

    struct Stop: Sendable, Equatable {
        var place: String
        var minutes: Int
    }

    static let stop: Schema<Stop> = .object(
        named: "Stop", Stop.init,
        Field("place", \.place, .text(1...20), "Where to halt"),
        Field("minutes", \.minutes, .integer(1...240), default: 15, "How long"))

    static let schema: Schema<Trip> = .object(
        named: "Trip", Trip.init,
        Field("title", \.title, .text(1...10), "Its name").alsoSpelled("name"),
        Field("seats", \.seats, .integer(1...50), "How many may join"),
        Field("guide", \.guide, optional: .text(1...30), "Who leads"),
        Field("stops", \.stops, .array(of: stop, count: 1...3), "The way"))
}
