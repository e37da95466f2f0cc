import SQLite
import Time
import Web

@testable import Booking

/// What sessions ask of the store of occasions that classes don't.
enum SessionQuestions {
    private static let host = "00000000-0000-7000-8000-00000000000e"

    static func ask(_ tx: Transaction) throws {
        for search in searches {
            _ = try search.find(tx)
            _ = try search.count(tx)
        }
        _ = try FacilitatorStore.exists(host, tx)
    }

    private static var searches: [OccasionSearch] {
        let sorted = SessionsQuery(
            kind: .retreat, from: nil, to: nil, text: nil, page: 1, limit: 20, isEnveloped: false,
            after: nil)
        let own = OwnSessionsQuery(page: 1, limit: 20, isEnveloped: false, after: nil)
        let rest = OwnSessionsQuery(
            page: 2, limit: 20, isEnveloped: false, after: Cursor(order: 1, number: 1))
        return [
            sorted.search(at: Instant(milliseconds: 0)), own.search(of: host),
            rest.search(of: host),
        ]
    }
}
