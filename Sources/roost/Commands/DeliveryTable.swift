import Booking
import Time

/// Deliveries as a table for a terminal.
struct DeliveryTable {
    /// Longer words of a receiver would break the table.
    private static let longestError = 60

    let text: String

    init(_ deliveries: [Delivery]) {
        let head = ["ID", "CREATED", "CHANNEL", "KIND", "STATE", "TRIES", "NEXT", "LAST ERROR"]
        let rows = deliveries.map { delivery in
            [
                delivery.id, delivery.createdAt.rfc3339, delivery.channel, delivery.kind,
                delivery.state.rawValue, "\(delivery.attempts)",
                delivery.nextAttempt?.rfc3339 ?? "–",
                DeliveryTable.line(delivery.lastError ?? ""),
            ]
        }
        text = TextTable([head] + rows).text
    }

    /// What others wrote may hold what a terminal obeys.
    private static func line(_ text: String) -> String {
        let plain = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(plain)).prefix(longestError).description
    }
}
