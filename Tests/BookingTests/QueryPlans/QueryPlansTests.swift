import Testing
import Workbench

@testable import Booking

@Suite("The queries of the stores")
struct QueryPlansTests {
    /// Questions that are meant to go through all that there is, by a part of them.
    private static let whole = [
        "select seq, stream, version, kind, data, actor, at from journal order by seq":
            "a replay reads every entry",
        "select count(*) from role": Self.roles,
        "select count(*) from webhook": Self.webhooks,
        "previous_until, created_at, updated_at, version from webhook order by id": Self.webhooks,
        "select id, name, description, status, permissions, is_built_in, created_at, updated_at, "
            + "version from role order by name": Self.roles,
        "select id from account where status <> 'erased' order by id limit ? offset ?":
            "a page of all accounts, which ends where the page does",
        "select count(*) from account where status <> 'erased'":
            "a count of all accounts, of an index alone",
        "select 1 from account where not exists": "a start asks once, and ends at the first found",
        "select facilitator.account_id, name, bio": Self.facilitators,
        "select count(*) from facilitator cross join account": Self.facilitators,
        "where true order by booking.starts_at desc, booking.number desc":
            "a page of everybody's bookings, which ends where the page does",
        "select count(*) from booking where true": "a count of all bookings, of an index alone",
        "and host_id = ?) order by booking.number desc":
            "the newest of what somebody leads, who has led so many; it is read aside",
        "select booking.number from occasion cross join booking":
            "the newest notices of what somebody leads; it is read aside",
        "select journal.seq from booking cross join journal":
            "the newest that happened to somebody's bookings; it is read aside",
        "insert into occasion (": Self.awaited,
        "insert into service (": Self.awaited,
    ]

    /// An instruction before it says so (https://www.sqlite.org/opcode.html#FkIfZero).
    private static let awaited = "bookings are searched where one waits for its key, and none does"

    private static let facilitators = "facilitators are few, and a page ends where it does"
    private static let webhooks = "there are a hundred webhooks at most"
    private static let roles = "there are five hundred roles at most"

    /// Every question of every store, once: a new one is asked here too.
    private static func plans() throws -> QueryPlans {
        try QueryPlans { tx in
            _ = try JournalStore.append(
                JournalStore.Line(stream: "a/1", kind: "a.done", data: "{}", actor: nil), in: tx)
            for stream in [nil, "a/1"] {
                _ = try JournalStore.entries(after: 0, of: stream, limit: 1, tx)
                _ = try JournalStore.count(upTo: 1, of: stream, tx)
            }
            try JournalStore.each(tx) { _ in }
            try PeopleQuestions.ask(tx)
            try ServiceQuestions.ask(tx)
            try OccasionQuestions.ask(tx)
            try SessionQuestions.ask(tx)
            try EventQuestions.ask(tx)
            try BookingQuestions.ask(tx)
            try RetryQuestions.ask(tx)
            try WebhookQuestions.ask(tx)
            try ReviewQuestions.ask(tx)
            try NoticeQuestions.ask(tx)
            try MailQuestions.ask(tx)
        }
    }

    @Test("Their plans are the committed ones")
    func committed() throws {
        try expectSnapshot(
            Self.plans().text, matches: "Tests/BookingTests/QueryPlans/plans.sql")
    }

    @Test("None goes through a table that grows, or sorts it, but those that are meant to")
    func noScans() throws {
        let slow = try Self.plans().slow.map { $0.sql.replacing("\n", with: " ") }
        let unsorted = slow.filter { !$0.contains("from occasion_text cross join occasion ") }
        let known = unsorted.map { sql in Self.whole.keys.first { sql.contains($0) } ?? sql }
        #expect(Set(known) == Set(Self.whole.keys))
        // What a word finds comes in the order of words, and is wanted in the order of time.
        #expect(unsorted.count < slow.count)
    }
}
