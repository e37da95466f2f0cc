import Migrations
import Testing

@testable import SQLite

@Suite("The table journal")
struct JournalTableTests {
    let file: TestFile

    init() throws {
        file = try TestFile(Migration.embedded)
        try append()
    }

    @Test("Rows are numbered in the order in which they came")
    func order() throws {
        try append(version: 2)
        try append(stream: "session/1", actor: nil)
        let rows = try file.connection.read { reader in
            try reader.all("select seq, stream, version from journal order by seq") { row in
                "\(try row.integer(0)) \(try row.text(1)) \(try row.integer(2))"
            }
        }
        #expect(rows == ["1 booking/1 1", "2 booking/1 2", "3 session/1 1"])
    }

    @Test("A stream has each version once")
    func version() throws {
        #expect(try refusal { try append(to: $0) } == "journal_stream_version")
    }

    @Test(
        "No row is changed, removed or replaced, by whatever words",
        arguments: [
            "update journal set data = '{}'",
            "update journal set seq = 2",
            "delete from journal",
            "delete from journal where seq = 1",
            """
            insert or replace into journal (stream, version, kind, data, at)
            values ('booking/1', 1, 'b', '{}', 2)
            """,
            """
            replace into journal (seq, stream, version, kind, data, at)
            values (1, 'booking/2', 1, 'b', '{}', 2)
            """,
            "update or replace journal set version = 2",
            """
            insert into journal (stream, version, kind, data, at)
            values ('booking/1', 1, 'b', '{}', 2)
            on conflict (stream, version) do update set data = excluded.data
            """,
        ] as [SQL])
    func appendOnly(sql: SQL) throws {
        let before = try file.content
        #expect(try refusal { _ = try $0.run(sql) } == "journal_append_only")
        #expect(try file.content == before)
    }

    @Test("Each rule about a row has a name that tells it")
    func checks() throws {
        #expect(try refusal { try append(stream: "", to: $0) } == "journal_stream_not_empty")
        #expect(try refusal { try append(version: 0, to: $0) } == "journal_version_from_one")
        #expect(try refusal { try append(kind: "", to: $0) } == "journal_kind_not_empty")
        #expect(try refusal { try append(data: "", to: $0) } == "journal_data_not_empty")
        #expect(try refusal { try append(actor: "", to: $0) } == "journal_actor_not_empty")
    }

    private func append(
        stream: String = "booking/1", version: Int = 1, kind: String = "booking.placed",
        data: String = "{}", actor: String? = "ada", to tx: Transaction
    ) throws {
        try tx.run(
            """
            insert into journal (stream, version, kind, data, actor, at)
            values (\(stream), \(version), \(kind), \(data), \(actor), \(tx.now))
            """)
    }

    private func append(
        stream: String = "booking/1", version: Int = 1, actor: String? = "ada"
    ) throws {
        try file.connection.transaction(at: TestFile.noon) {
            try append(stream: stream, version: version, actor: actor, to: $0)
        }
    }

    /// The name of the rule that a change would break.
    private func refusal(_ body: (Transaction) throws -> Void) throws -> String {
        let error = try #require(throws: SQLiteError.self) {
            try file.connection.transaction(at: TestFile.noon, body)
        }
        return try #require(error.constraint).name
    }
}
