import JSON
import SQLite
import Web

extension Bookings {
    /// Nobody has more; an export has to end.
    private static let mostHeld = 100_000

    /// All bookings of somebody, as an export shows them.
    static func holdings(of account: String, _ reader: Reader) throws -> [JSON] {
        var search = BookingSearch(Page(number: 1, limit: mostHeld, isEnveloped: false))
        search.user = account
        return try search.find(reader).map { view in
            try JSON.parse(BookingView.answer.bytes(of: view))
        }
    }
}
