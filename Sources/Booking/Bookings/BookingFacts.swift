import JSON
import Time

/// What an entry tells of a booking when it is made.
struct BookingFacts: Equatable, Sendable {
    let kind: BookingKind
    /// Whose it is.
    let user: String
    /// What is booked: an occasion, a service, or nothing that has an id.
    let item: String?
    let state: BookingState
    let seats: Int
    let times: BookingTimes
    /// What a place costs, in minor units of the currency.
    let price: Int
    let currency: String
}

extension BookingFacts {
    /// Wider than what requests may bring: it has to read what was recorded once, for ever.
    static let schema: Schema<BookingFacts> = .object(
        BookingFacts.init,
        Field("kind", \.kind, .oneOf(BookingKind.allCases), "What sort of thing is booked."),
        Field("user", \.user, .text(1...100), "Whose it is."),
        Field("item", \.item, optional: .text(1...100), "What is booked."),
        Field("state", \.state, .oneOf(BookingState.allCases), "What it begins as."),
        Field("seats", \.seats, .integer(1...Int.max), "How many places."),
        Field("times", \.times, BookingTimes.schema, "When it takes place."),
        Field("price", \.price, .integer(0...Int.max), "What a place costs, in minor units."),
        Field("currency", \.currency, .text(3...3), "The currency of the price."))
}

extension BookingFacts {
    /// Whether every member is within what the schema reads: ids as this server makes them, and no number or
    /// moment out of the ordinary.
    var isPlain: Bool {
        user.isPlainID && item?.isPlainID != false && seats >= 1 && price >= 0
            && currency.utf8.count == 3 && currency.utf8.allSatisfy { 0x41...0x5A ~= $0 }
            && times.isPlain
    }
}

extension String {
    fileprivate var isPlainID: Bool {
        let bytes = utf8Span.span
        guard bytes.count == 36 else { return false }
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte &- 0x30 < 10 || byte &- 0x61 < 6 || byte == 0x2D else { return false }
        }
        return true
    }
}
