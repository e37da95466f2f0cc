import JSON

/// A PATCH of a trip.
struct TripChanges: Sendable, Equatable {
    var title: Change<String>
    var guide: Change<String?>

    static let schema: Schema<TripChanges> = .object(
        TripChanges.init,
        Field("title", \.title, change: .text(1...10), "What it is called"),
        Field("guide", \.guide, nullableChange: .text(1...30), "Who leads"))
}
