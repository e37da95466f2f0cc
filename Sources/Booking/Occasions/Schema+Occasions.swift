import JSON
import Time
import Web

extension Schema where Value == String {
    static var occasionDescription: Schema { text(0...5_000) }
    static var occasionLocation: Schema { trimmedText(0...255) }
    /// A name of the database of zones; whether there is one of it is looked up.
    static var zoneName: Schema { text(1...64) }
}

extension Parameter where Value == Instant? {
    static var from: Parameter {
        Parameter(
            "from", optional: .instant,
            "What begins then or later; without `from` and `to`, what is still to come.")
    }

    static var to: Parameter {
        Parameter("to", optional: .instant, "What begins before then.")
    }
}
