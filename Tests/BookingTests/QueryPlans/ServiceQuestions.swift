import SQLite
import Time
import Web

@testable import Booking

/// Every question of the store of services, once.
enum ServiceQuestions {
    private static let id = "00000000-0000-7000-8000-00000000000c"

    static func ask(_ tx: Transaction) throws {
        let tables = ReadTables(tx)
        let head = EntryHead(
            seq: 1, id: id, version: 1, actor: nil, at: Instant(milliseconds: 0))
        let facts = ServiceFacts(
            title: "Massage", description: "", price: 4_500, currency: "EUR", status: .active,
            timing: ServiceTiming(duration: 60, buffer: 0, lead: 0, step: nil, hours: nil))
        try ServiceStore.insert(facts, head, tables)
        try ServiceStore.update(facts, head, tables)
        _ = try ServiceStore.service(id, tx)
        for text in [nil, "ab", "massage", "massage ab"] {
            for (low, high) in [(nil, nil), (1, 9)] as [(Int?, Int?)] {
                let query = ServicesQuery(
                    text: text, priceMin: low, priceMax: high, isActive: true, page: 1,
                    limit: 20, isEnveloped: false)
                _ = try ServiceSearch(query).find(tx)
            }
        }
        try ServiceStore.setDeleted(head, tables)
    }
}
