import SQLite
import Time
import Web

@testable import Booking

/// Every question of the store of occasions, once.
enum OccasionQuestions {
    private static let id = "00000000-0000-7000-8000-00000000000d"

    static func ask(_ tx: Transaction) throws {
        let tables = ReadTables(tx)
        let head = EntryHead(
            seq: 7, id: id, version: 1, actor: nil, at: Instant(milliseconds: 0))
        var facts = OccasionFacts(blank: "Yoga", host: nil, capacity: 1, currency: "USD")
        try OccasionStore.insert(facts, .class, head, tables)
        facts.title = "Zumba"
        facts.status = .cancelled
        facts.capacity = 2
        try OccasionStore.update(facts, .class, head, tables)
        for search in searches {
            _ = try search.find(tx)
            _ = try search.places(tx)
            _ = try search.count(tx)
            _ = try search.timesOfSame(tx)
        }
        _ = try HostNames(of: [id], tx)
        _ = try OccasionStore.occasion(numbered: 7, tx)
        _ = try OccasionStore.occasion(toBook: id, .class, tx)
    }

    private static var searches: [OccasionSearch] {
        let start = OccasionSearch(.class, Page(number: 1, limit: 20, isEnveloped: true))
        var ranged = start
        ranged.limit(
            from: Instant(milliseconds: 1), to: Instant(milliseconds: 2),
            now: Instant(milliseconds: 0))
        var behind = OccasionSearch(
            .class,
            Page(number: 2, limit: 20, isEnveloped: true, after: Cursor(order: 1, number: 1)))
        behind.from = Instant(milliseconds: 1)
        var upcoming = start
        upcoming.limit(from: nil, to: nil, now: Instant(milliseconds: 1))
        var worded = ranged
        worded.text = SearchText("yoga")
        var hosted = ranged
        hosted.host = id
        return [start, ranged, behind, upcoming, worded, hosted]
    }
}
