import SQLite
import Testing
import Time

@testable import Booking

/// What the database refuses by itself, should a rule ever be forgotten.
@Suite("The second line behind the rules of bookings")
struct SecondLineTests {
    private static let start = Instant(milliseconds: 1_769_940_000_000)

    /// Of a class, or of time of the house where no item is named.
    private func facts(of user: String, item: String? = nil, seats: Int = 1) -> BookingFacts {
        let end = Self.start + .seconds(1_800)
        return BookingFacts(
            kind: item == nil ? .slot : .class, user: user, item: item,
            state: .confirmed, seats: seats,
            times: BookingTimes(
                start: Self.start, end: item == nil ? end : nil,
                claimedUntil: item == nil ? end : nil),
            price: 0, currency: "USD")
    }

    /// The name of what refuses what is booked past all rules; nil when it is taken.
    private func refusal(of facts: BookingFacts, _ reception: Reception) async -> String? {
        let house = reception.house
        do {
            _ = try await house.database.write { tx in
                try house.journal.record(
                    BookingEntries.placed, facts, of: Ids().next(at: tx.now), by: nil, in: tx)
            }
            return nil
        } catch let error as SQLiteError {
            guard case .constraint(let constraint) = error.kind else { return nil }
            return "\(constraint.kind) \(constraint.name)"
        } catch {
            Issue.record(error)
            return nil
        }
    }

    private func content(_ reception: Reception) throws -> [Int] {
        try reception.house.database.read(within: .seconds(5)) { reader in
            try [
                "select count(*) from booking", "select count(*) from journal",
                "select coalesce(sum(taken), 0) from occasion_places",
            ].map { try reader.count($0) }
        }
    }

    /// Nothing of it stays.
    private func check(
        that facts: BookingFacts, isRefused reason: String, _ reception: Reception,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let before = try content(reception)
        #expect(await refusal(of: facts, reception) == reason, sourceLocation: sourceLocation)
        #expect(try content(reception) == before, sourceLocation: sourceLocation)
    }

    @Test("Somebody who has a place gets no other one of the same class, and nothing of it stays")
    func once() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let facts = facts(of: reception.una.id, item: yoga)
        #expect(await refusal(of: facts, reception) == nil)
        try await check(that: facts, isRefused: "trigger booking_once", reception)
    }

    @Test("Time that is taken can't be taken again, and nothing of it stays")
    func overlap() async throws {
        let reception = try await Reception()
        let facts = facts(of: reception.una.id)
        #expect(await refusal(of: facts, reception) == nil)
        try await check(that: facts, isRefused: "trigger booking_overlap", reception)
        try reception.verify()
    }

    @Test("A booking of nobody is refused when it is complete, and nothing of it stays")
    func nobody() async throws {
        let reception = try await Reception()
        let facts = facts(of: "nobody")
        try await check(that: facts, isRefused: "foreignKey ", reception)
    }

    @Test("More places than there are can't be taken, and nothing of it stays")
    func overbooked() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass(slots: 1)
        let facts = facts(of: reception.una.id, item: yoga, seats: 2)
        try await check(that: facts, isRefused: "check occasion_never_overbooked", reception)
    }

    @Test("What is already there can't begin once more")
    func begunTwice() async throws {
        let reception = try await Reception()
        let house = reception.house
        let facts = facts(of: reception.una.id)
        let id = Ids().next(at: Self.start)
        try await house.database.write { tx in
            try house.journal.record(BookingEntries.placed, facts, of: id, by: nil, in: tx)
            #expect(throws: SQLiteError.self) {
                try house.journal.record(BookingEntries.placed, facts, of: id, by: nil, in: tx)
            }
        }
    }
}
