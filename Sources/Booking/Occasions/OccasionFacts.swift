import JSON
import Time

/// What an entry tells of an occasion: all that it is from then on, but for its bookings.
package struct OccasionFacts: Equatable, Sendable {
    /// The account that leads it; nobody where the house does.
    package var host: String?
    package var title: String
    package var description: String?
    package var location: String?
    /// The sort of session: `session` or `retreat`.
    package var category: String?
    package var startsAt: Instant
    package var endsAt: Instant?
    /// The zone's name, and what the clocks show there when it begins.
    package var timezone: String
    package var localDate: CivilDate
    package var localTime: TimeOfDay
    /// The version of the database of zones that told so.
    package var tzdata: String?
    package var capacity: Int
    /// In minor units of the currency.
    package var price: Int
    package var currency: String
    package var status: Occasion.Status
}

extension OccasionFacts {
    /// Wider than what requests may bring: it has to read what was recorded once, for ever.
    static let schema: Schema<OccasionFacts> = .object(
        OccasionFacts.init,
        Field("host", \.host, optional: .text(1...100), "The account that leads it."),
        Field("title", \.title, .text(1...10_000), "What it is called."),
        Field("description", \.description, optional: .text(0...100_000), "What it is."),
        Field("location", \.location, optional: .text(0...10_000), "Where it is."),
        Field("category", \.category, optional: .text(1...100), "The sort of session."),
        Field("starts_at", \.startsAt, .instant, "When it begins."),
        Field("ends_at", \.endsAt, optional: .instant, "When it ends."),
        Field("timezone", \.timezone, .text(1...100), "Where it is, as clocks go."),
        Field("local_date", \.localDate, .date, "The day there when it begins."),
        Field("local_time", \.localTime, .recordedTime, "The time there when it begins."),
        Field("tzdata", \.tzdata, optional: .text(1...100), "Which zones told so."),
        Field("capacity", \.capacity, .integer(0...Int.max), "How many places there are."),
        Field("price", \.price, .integer(0...Int.max), "What one costs, in minor units."),
        Field("currency", \.currency, .text(3...3), "The currency of the price."),
        Field("status", \.status, .oneOf(Occasion.Status.allCases), "Whether it takes place."))

    /// Whether they are the same to the byte.
    func areWritten(as other: OccasionFacts) -> Bool {
        self == other && title.hasSameBytes(as: other.title)
            && OccasionFacts.isWritten(description, as: other.description)
            && OccasionFacts.isWritten(location, as: other.location)
    }

    private static func isWritten(_ text: String?, as other: String?) -> Bool {
        (text ?? "").hasSameBytes(as: other ?? "")
    }
}

extension Schema where Value == TimeOfDay {
    fileprivate static var recordedTime: Schema {
        Schema<String>.text(8...8).mapped(read: { TimeOfDay($0) }, write: \.text)
    }
}
