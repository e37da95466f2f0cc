import Chance
import SQLite
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("What was changed behind the journal's back")
struct TamperingTests {
    private let file: StudioFile
    private let verification: Verification

    init() throws {
        file = try StudioFile(seed: 11, acts: 300)
        verification = Verification(try Chapters([Studio.chapter]))
    }

    private var finding: String? {
        get throws {
            do {
                _ = try file.read { try verification.run(on: $0) }
                return nil
            } catch let discrepancy as Discrepancy {
                return discrepancy.description
            }
        }
    }

    /// The id of a row somewhere in the middle, as SQLite finds it.
    private func id(_ sql: SQL) throws -> String {
        try #require(try file.read { try $0.first(sql) { try $0.text(0) } })
    }

    /// Every column that isn't the key, with another value for it.
    static let changes = [
        ("sitting", "capacity", "capacity + 1"), ("sitting", "taken", "capacity - taken - 1"),
        ("sitting", "opened_at", "opened_at + 1"), ("claim", "sitting_id", "'elsewhere'"),
        ("claim", "person_id", "upper(hex(person_id))"),
        ("claim", "state", "case state when 'live' then 'released' else 'live' end"),
        ("claim", "placed_at", "0"), ("claim", "released_at", "ifnull(released_at, 0) + 1"),
    ]

    @Test("Any value of any row is found and named", arguments: changes)
    func value(table: String, column: String, value: String) throws {
        #expect(try finding == nil)
        let ids = try file.read { reader in
            table == "claim"
                ? try reader.all("select id from claim") { try $0.text(0) }
                : try reader.all("select id from sitting") { try $0.text(0) }
        }
        var generator = SeededGenerator(seed: 3)
        let id = try #require(ids.randomElement(using: &generator))
        try file.connection.script("drop index claim_one_live")
        try file.tamper("update \(table) set \(column) = \(value) where id = '\(id)'")
        #expect(
            try finding?.hasPrefix("\(table) with id '\(id)': \(column) is ") == true)
    }

    @Test("Text that looks the same and has other bytes is found")
    func bytes() throws {
        let id = try id("select id from claim limit 1 offset 5")
        try file.tamper("update claim set person_id = 'e\u{301}' where id = '\(id)'")
        let written = try finding
        #expect(written?.contains("'e\u{301}' in the database") == true)
        #expect(SQLValue.text("e\u{301}") == .text("é"))
        #expect(!SQLValue.text("e\u{301}").isSame(as: .text("é")))
    }

    @Test("A row that is missing is named")
    func missing() throws {
        let id = try id("select id from claim order by id limit 1 offset 17")
        try file.tamper("delete from claim where id = '\(id)'")
        #expect(
            try finding
                == "claim with id '\(id)': the journal gives this row, the database doesn't have it"
        )
    }

    @Test("The last row is missed, too")
    func lastMissing() throws {
        let id = try id("select max(id) from claim")
        try file.tamper("delete from claim where id = '\(id)'")
        #expect(try finding?.hasPrefix("claim with id '\(id)': the journal gives") == true)
    }

    @Test(
        "A row too many is named, wherever it stands",
        arguments: ["0", "00000000-0000-7000-8000-0000000186a7x", "zz"])
    func surplus(id: String) throws {
        try file.tamper(
            "insert into claim values ('\(id)', '\(Studio.id(1))', 'x', 'released', 0, null)")
        #expect(
            try finding
                == "claim with id '\(id)': the database has this row, the journal doesn't give it")
    }

    @Test("A row under another key is a row that is missing")
    func otherKey() throws {
        let id = try id("select id from claim order by id limit 1 offset 3")
        try file.tamper("update claim set id = 'zz' where id = '\(id)'")
        #expect(try finding?.hasPrefix("claim with id '\(id)': the journal gives") == true)
    }

    @Test("An entry that was changed shows in the tables")
    func entry() throws {
        try file.tamper(
            """
            drop trigger journal_no_update;
            update journal set data = '{"capacity":77}' where seq = 1
            """)
        #expect(try finding?.contains("capacity is 77 by the journal, and") == true)
    }

    @Test("An entry that is gone is missed")
    func gap() throws {
        try file.tamper("drop trigger journal_no_delete; delete from journal where seq = 4")
        let finding = try finding
        #expect(
            finding == "the journal has no entry 4: behind 3 comes 5"
                || finding?.hasPrefix("the stream ") == true)
    }

    @Test(
        "A stream whose versions are not 1, 2, 3 in the order of its entries is named",
        arguments: [
            "update journal set version = 7 where seq = 4",
            """
            update journal set version = -1 where stream = '@' and version = 1;
            update journal set version = 1 where stream = '@' and version = 2;
            update journal set version = 2 where stream = '@' and version = -1;
            """,
        ])
    func versions(change: String) throws {
        let stream = try id("select stream from journal where version = 2")
        try file.tamper(
            "drop trigger journal_no_update;"
                + change.split(separator: "@", omittingEmptySubsequences: false)
                .joined(separator: stream))
        #expect(try finding?.hasPrefix("the stream ") == true)
        #expect(try finding?.contains(" goes wrong at its version ") == true)
    }

    @Test("A reference to nothing from beside the journal is told")
    func reference() throws {
        try file.connection.script(
            "create table remark (claim_id text not null references claim (id)) strict")
        try file.tamper("insert into remark values ('nowhere')")
        #expect(try finding == "a row of remark refers to a row of claim that isn't there")
    }

    @Test("Damage of the file is told")
    func damage() throws {
        try file.connection.script(
            """
            create table remark (place integer not null, constraint remark_place check (place > 0))
            strict
            """)
        try file.tamper("insert into remark values (-1)")
        #expect(try finding == "the file is damaged: CHECK constraint failed in remark")
    }
}
