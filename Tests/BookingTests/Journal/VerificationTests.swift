import SQLite
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("Verifying")
struct VerificationTests {
    private let verification: Verification

    init() throws {
        verification = Verification(try Chapters([Studio.chapter]))
    }

    /// What it finds first; nil when all is well.
    private func finding(in file: StudioFile) throws -> String? {
        do {
            _ = try file.read { try verification.run(on: $0) }
            return nil
        } catch let discrepancy as Discrepancy {
            return discrepancy.description
        }
    }

    @Test("Any history is what its journal says", arguments: 0..<20)
    func clean(seed: UInt64) throws {
        let file = try StudioFile(seed: seed, acts: 300)
        let summary = try file.read { try verification.run(on: $0) }
        #expect(summary.entries == (try file.read { try $0.count("select count(*) from journal") }))
        #expect(summary.rows == (try file.readTables.count))
        #expect(summary.tables == 2)
        #expect(summary.invariants == 2)
    }

    @Test("A database without a history is, too")
    func empty() throws {
        #expect(try finding(in: StudioFile()) == nil)
    }

    @Test("Tables of many pages are compared to their ends")
    func large() throws {
        let file = try StudioFile()
        try file.write { tx in
            try studioOf(1_700, on: file, in: tx)
        }
        let summary = try file.read { try verification.run(on: $0) }
        #expect(summary.rows == 1_701)
        let last = Studio.id(10_000 + 1_699)
        try file.tamper("update claim set placed_at = 7 where id = '\(last)'")
        #expect(
            try finding(in: file)
                == "claim with id '\(last)': placed_at is \(file.now.milliseconds) by the journal, "
                + "and 7 in the database")
    }

    private func studioOf(_ claims: Int, on file: StudioFile, in tx: Transaction) throws {
        try file.studio.open(Studio.id(1), capacity: claims, in: tx)
        for number in 0..<claims {
            try file.studio.place(
                Studio.id(10_000 + number), on: Studio.id(1), for: Studio.id(50_000 + number),
                in: tx)
        }
    }

    @Test("Erasing a person leaves everything as it was")
    func erasure() throws {
        let file = try StudioFile()
        let (sitting, claim, person) = (Studio.id(1), Studio.id(2), Studio.id(3))
        try file.write { tx in
            try file.studio.enrol(person, name: "Ann", email: "ann@example.com", in: tx)
            try file.studio.open(sitting, capacity: 1, in: tx)
            try file.studio.place(claim, on: sitting, for: person, in: tx)
        }
        let before = try file.readTables
        try file.write { try file.studio.erase(person, in: $0) }
        #expect(try finding(in: file) == nil)
        #expect(try file.readTables == before)
        let texts = try file.read {
            try $0.all("select data from journal") { try $0.text(0) }.joined()
        }
        #expect(!texts.contains("Ann"))
        #expect(!texts.contains("example.com"))
    }

    @Test("An entry that is applied by what stands beside the journal is found")
    func curious() throws {
        let kind = EntryKind<Studio.Opened>("sitting.opened", Studio.opened.schema) {
            opened, head, tables in
            let people = try tables.first("select count(*) from person") { try $0.integer(0) }
            try tables.run(
                """
                insert into sitting (id, capacity, taken, opened_at)
                values (\(head.id), \(opened.capacity + (people ?? 0)), 0, \(head.at))
                """)
        }
        let chapters = try Chapters([
            Chapter("studio", kinds: kind, tables: [ReadTable("sitting", key: "id")])
        ])
        let file = try StudioFile()
        try file.write { tx in
            try Journal(chapters).record(
                kind, Studio.Opened(capacity: 1), of: "1", by: nil, in: tx)
        }
        let discrepancy = #expect(throws: Discrepancy.self) {
            try file.read { try Verification(chapters).run(on: $0) }
        }
        #expect(
            discrepancy?.description.hasPrefix(
                "entry 1 (sitting.opened) can't be applied: no such table: person") == true)
    }

    @Test("It sees one state while others write")
    func underWrites() async throws {
        let file = try StudioFile(seed: 7, acts: 500)
        let (studio, path) = (file.studio, file.path)
        let database = Database(DatabaseOptions(path: path))
        try database.open()
        defer { database.close() }
        let isOver = Gate()
        let writer = Task {
            var history = StudioHistory(seed: 8)
            var count = 0
            while !Task.isCancelled, let act = history.next() {
                try? await database.write { try studio.perform(act, in: $0) }
                count += 1
                if count == 50 { isOver.open() }
            }
        }
        await isOver.pass()
        for _ in 0..<20 {
            let connection = try Connection(path, .readOnly)
            _ = try connection.read { try verification.run(on: $0) }
        }
        writer.cancel()
        await writer.value
        #expect(try finding(in: file) == nil)
    }
}
