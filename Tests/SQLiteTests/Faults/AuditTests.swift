import SQLite
import Testing

@testable import trial

@Suite("An audit of promises")
struct AuditTests {
    private let folder: ScratchFolder
    private let venue: Venue
    private let ann = Attempt(id: 1, sitting: 0, person: 1)
    private let ben = Attempt(id: 2, sitting: 0, person: 2)
    private let cat = Attempt(id: 3, sitting: 0, person: 3)

    init() throws {
        folder = try ScratchFolder(.memory)
        venue = try Venue(sittings: 2, seats: 2, people: 10)
    }

    @Test("What is as promised is not found")
    func right() async throws {
        let ledger = try await ledger(of: [ann, ben, cat, ann.again])
        #expect(
            ledger.entries.values.map(\.outcome).filter { $0 != .acknowledged }.count == 2)
        #expect(findings(ledger) == [])
    }

    @Test("A promise that was not kept is found")
    func missing() async throws {
        var ledger = try await ledger(of: [ann])
        ledger.note(ben, .acknowledged)
        #expect(findings(ledger) == ["\(ben) was acknowledged and is missing"])
    }

    @Test("A refusal that was none is found")
    func refused() async throws {
        var ledger = try await ledger(of: [ann])
        ledger.note(ann, .unavailable)
        #expect(findings(ledger) == ["\(ann) was refused and is there"])
    }

    @Test("A refusal without a reason is found")
    func reasons() async throws {
        var ledger = try await ledger(of: [ann])
        ledger.note(ben, .refused(.full))
        ledger.note(cat, .refused(.alreadyPlaced))
        #expect(
            findings(ledger).sorted() == [
                "\(ben) was refused a free seat",
                "\(cat) was refused for another that is not there",
            ])
    }

    @Test("What nobody knows is no finding")
    func unknown() async throws {
        var ledger = try await ledger(of: [ann])
        ledger.note(ann, .unknown)
        ledger.note(ben, .unknown)
        #expect(findings(ledger) == [])
        #expect(findings(ledger.settled([1: ann])) == [])
        #expect(!findings(ledger.settled([2: ben])).isEmpty)
    }

    @Test("A claim of nobody's is found")
    func nobodys() async throws {
        _ = try await ledger(of: [ann])
        var ledger = Ledger()
        ledger.building = .acknowledged
        #expect(findings(ledger) == ["\(ann) is there, and nobody asked for it"])
    }

    @Test(
        "Tables that disagree are found",
        arguments: [
            (
                "drop trigger journal_no_delete; delete from journal where seq = 3",
                "the journal has no entry 3: behind 2 comes 4"
            ),
            ("update sitting set taken = 1 where id like '%0'", "sitting"),
            ("update claim set person_id = 'x' where person_id like '%2'", "claim"),
            ("drop table claim", "no such table: claim (SQLite 1)"),
        ])
    func disagreement(change: String, finding: String) async throws {
        let ledger = try await ledger(of: [ann, ben])
        try RawConnection(folder.database).run(change)
        #expect(findings(ledger).contains { $0.contains(finding) }, "\(findings(ledger))")
    }

    @Test("A database that is gone is found")
    func gone() throws {
        var ledger = Ledger()
        ledger.building = .acknowledged
        #expect(findings(ledger) == ["the tables are gone"])
    }

    private func findings(_ ledger: Ledger) -> [String] {
        Audit(folder.database, ledger, venue).findings
    }

    /// The ledger after these attempts, one by one.
    private func ledger(of attempts: [Attempt]) async throws -> Ledger {
        let database = Database(DatabaseOptions(path: folder.database))
        try database.open()
        let crowd = Crowd(venue, at: database, Ledger(), seed: 1)
        await crowd.fill(callers: 0, attempts: 0)
        for attempt in attempts { await crowd.claim(attempt) }
        database.close()
        #expect(crowd.ledger.findings == [])
        return crowd.ledger
    }
}

extension Attempt {
    fileprivate var again: Attempt { Attempt(id: id + 100, sitting: sitting, person: person) }
}
