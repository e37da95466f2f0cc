import SQLite
import Time

@testable import Booking

/// What events ask of the store of occasions that classes and sessions don't.
enum EventQuestions {
    static func ask(_ tx: Transaction) throws {
        for (name, venue, isAvailable) in [
            ("conf", nil, nil), (nil, "hall", nil), (nil, nil, true), (nil, nil, false),
        ] as [(String?, String?, Bool?)] {
            let search = EventsQuery(
                name: name, venue: venue, text: nil, from: nil, to: nil,
                isAvailable: isAvailable, page: 1, limit: 20, isEnveloped: false, after: nil
            ).search(at: Instant(milliseconds: 0))
            _ = try search.find(tx)
            _ = try search.count(tx)
        }
    }
}
