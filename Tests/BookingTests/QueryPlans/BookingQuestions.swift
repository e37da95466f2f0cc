import SQLite
import Time
import Web

@testable import Booking

/// Every question of the stores of bookings and calendars, once.
enum BookingQuestions {
    private static let id = "00000000-0000-7000-8000-00000000000b"
    private static let start = Instant(milliseconds: 0)

    static func ask(_ tx: Transaction) throws {
        try askEntries(tx)
        try askTimes(tx)
        try askSearches(tx)
        _ = try BookingViews.view(id, tx)
        _ = try UserStore.isActive(id, tx)
        _ = try BookingViews.customer(id, tx)
        _ = try Dashboard(of: id, in: "USD", at: start, tx)
        let token = SecretToken.make()
        _ = try CalendarStore.account(of: token, tx)
        _ = try CalendarStore.since(id, tx)
        try CalendarStore.delete(id, in: tx)
        try BookingNote.deleteAll(of: id, in: tx)
        try BookingNote.delete(1, in: tx)
    }

    private static func askEntries(_ tx: Transaction) throws {
        let tables = ReadTables(tx)
        let head = EntryHead(seq: 1, id: id, version: 1, actor: nil, at: start)
        let times = BookingTimes(start: start, end: nil, claimedUntil: start + .seconds(1))
        try BookingStore.move(to: times, head, tables)
        try BookingStore.touch(head, tables)
        try BookingStore.setState(.cancelled, head, tables)
        try BookingStore.setState(.confirmed, head, tables)
        try BookingStore.delete(head, tables)
        try OccasionStore.take(1, of: 1, tables)
        _ = try BookingStore.booking(id, tx)
        let occasion = Occasion(
            id: id, number: 1, kind: .class,
            facts: OccasionFacts(blank: "Yoga", host: nil, capacity: 1, currency: "USD"),
            taken: 0, createdAt: start, updatedAt: start, version: 1)
        _ = try BookingStore.isBooked(occasion, by: id, tx)
        _ = try tx.all(Claims.live(of: occasion)) { try $0.text(0) }
        _ = try tx.all(Claims.upcoming(ofService: 1, from: start)) { try $0.text(0) }
        _ = try tx.all(Claims.upcoming(of: id, from: start)) { try $0.text(0) }
    }

    private static func askTimes(_ tx: Transaction) throws {
        let interval = Interval(start, start + .seconds(1))
        for service in [nil, 1] {
            _ = try BookedTime.claims(
                service == nil ? .slot : .service, of: service, within: interval, tx)
        }
        _ = try BookedTime.claims(ofService: id, within: interval, tx)
    }

    private static func askSearches(_ tx: Transaction) throws {
        for after in [nil, Cursor(order: 1, number: 1)] {
            let page = Page(number: 1, limit: 20, isEnveloped: false, after: after)
            var search = BookingSearch(page)
            try ask(search, tx)
            search.from = start
            search.to = start
            search.states = [.pending, .confirmed]
            try ask(search, tx)
            search.user = id
            search.kind = .class
            try ask(search, tx)
            var roster = BookingSearch(page)
            roster.occasion = id
            roster.order = .oldest
            try ask(roster, tx)
        }
    }

    private static func ask(_ search: BookingSearch, _ tx: Transaction) throws {
        _ = try search.find(tx)
        _ = try search.count(tx)
    }
}
