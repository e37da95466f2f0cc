import SQLite
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("Between read tables and others")
struct ReplayBordersTests {
    private let file: StudioFile

    init() throws {
        file = try StudioFile(seed: 1, acts: 50)
    }

    private func rebuild() throws {
        let replay = Replay(try Chapters([Studio.chapter]))
        _ = try file.write { try replay.rebuild(in: $0) }
    }

    @Test("A plain reference to a read table outlasts a replay")
    func plain() throws {
        try file.connection.script(
            """
            create table remark (claim_id text not null references claim (id)) strict;
            insert into remark select id from claim;
            """)
        let count = try file.read { try $0.count("select count(*) from remark") }
        #expect(count > 0)
        try rebuild()
        #expect(try file.read { try $0.count("select count(*) from remark") } == count)
    }

    @Test(
        "A reference by which a replay would change the other table keeps it from starting",
        arguments: ["cascade", "set null", "restrict"])
    func cascade(action: String) throws {
        try file.connection.script(
            "create table remark (claim_id text references claim (id) on delete \(action)) strict")
        let failure = #expect(throws: ReplayFailure.self) { try rebuild() }
        #expect(
            failure?.description == "remark refers to claim with on delete \(action), "
                + "by which a replay would change it")
    }

    @Test("A read table that refers to another table keeps it from starting")
    func outward() throws {
        try file.connection.script(
            """
            create table guest (person_id text not null references person (id)) strict;
            """)
        let guests = Chapter("guests", tables: [ReadTable("guest", key: "person_id")])
        let replay = Replay(try Chapters([Studio.chapter, guests]))
        let failure = #expect(throws: ReplayFailure.self) {
            try file.write { try replay.rebuild(in: $0) }
        }
        #expect(
            failure?.description == "guest refers to person, which is not made from the journal")
    }

    @Test("A reference that the journal doesn't bring back is told, and nothing changes")
    func broken() throws {
        try file.connection.script(
            """
            create table remark (claim_id text not null references claim (id)) strict;
            insert into claim
            values ('surplus', '\(Studio.id(1))', 'somebody', 'released', 0, null);
            insert into remark values ('surplus');
            """)
        let before = try file.readTables
        let failure = #expect(throws: ReplayFailure.self) { try rebuild() }
        #expect(
            failure?.description
                == "after the last entry, a row of remark refers to a row of claim that isn't there"
        )
        #expect(try file.readTables == before)
    }
}
