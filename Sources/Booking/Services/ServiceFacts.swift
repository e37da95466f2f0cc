import JSON

/// What an entry tells of a service: all that it is from then on, but for what others think of it.
package struct ServiceFacts: Equatable, Sendable {
    package var title: String
    package var description: String
    /// In minor units of the currency.
    package var price: Int
    package var currency: String
    package var status: Service.Status
    package var timing: ServiceTiming
}

extension ServiceFacts {
    /// Wider than what requests may bring: it has to read what was recorded once, for ever.
    static let schema: Schema<ServiceFacts> = .object(
        ServiceFacts.init,
        Field("title", \.title, .text(1...10_000), "What it is called."),
        Field("description", \.description, .text(0...100_000), "What it is."),
        Field("price", \.price, .integer(0...Int.max), "What it costs, in minor units."),
        Field("currency", \.currency, .text(3...3), "The currency of the price."),
        Field("status", \.status, .oneOf(Service.Status.allCases), "Whether it can be booked."),
        Field("timing", \.timing, ServiceTiming.schema, "When it can be booked."))

    /// Whether they are the same to the byte.
    func areWritten(as other: ServiceFacts) -> Bool {
        self == other && title.hasSameBytes(as: other.title)
            && description.hasSameBytes(as: other.description)
    }
}
