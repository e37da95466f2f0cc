import Testing
import Workbench

@testable import SQLite

@Suite("The settings of a connection")
struct SettingsTests {
    static let modes: [Connection.Mode] = [
        .create, .readWrite, .readOnly, .immutable, .copy, .scratch,
    ]
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/test.db"
        let connection = try Connection(path, .create)
        try connection.script(
            "create table note (n integer) strict; pragma wal_checkpoint(truncate)")
    }

    private func connection(_ mode: Connection.Mode) throws -> Connection {
        try Connection(mode == .copy ? "\(folder.path)/copy.db" : path, mode)
    }

    @Test("Are in force on every kind of connection", arguments: modes)
    func common(mode: Connection.Mode) throws {
        let connection = try connection(mode)
        #expect(try connection.value("pragma foreign_keys") == .integer(1))
        #expect(try connection.value("pragma recursive_triggers") == .integer(1))
        #expect(try connection.value("pragma trusted_schema") == .integer(0))
        #expect(try connection.value("pragma cell_size_check") == .integer(1))
        // Nothing is told where there is no file, nor then a map of it.
        #expect(try connection.value("pragma mmap_size") ?? .integer(0) == .integer(0))
        #expect(try connection.value("pragma wal_autocheckpoint") == .integer(0))
        #expect(try connection.value("pragma temp_store") == .integer(2))
        #expect(try connection.value("pragma busy_timeout") == .integer(5_000))
    }

    @Test("A word in double quotes is a name, or an error", arguments: modes)
    func doubleQuotes(mode: Connection.Mode) throws {
        let connection = try connection(mode)
        let error = #expect(throws: SQLiteError.self) { try connection.value(#"select "n""#) }
        #expect(error?.message == "no such column: n")
        if mode == .create || mode == .scratch {
            #expect(throws: SQLiteError.self) {
                try connection.script(#"create table other (n text check (n <> "x"))"#)
            }
        }
    }

    @Test("Nobody writes to the schema's own table", arguments: modes)
    func defensive(mode: Connection.Mode) throws {
        let connection = try connection(mode)
        #expect(throws: SQLiteError.self) {
            try connection.script(
                "pragma query_only = off; pragma writable_schema = on; delete from sqlite_schema")
        }
    }

    @Test("Who only reads refuses to write", arguments: modes)
    func queryOnly(mode: Connection.Mode) throws {
        let isReading = mode == .readOnly || mode == .immutable
        #expect(
            try connection(mode).value("pragma query_only") == .integer(isReading ? 1 : 0))
    }

    @Test(
        "A log is written ahead, and every commit of it is synced",
        arguments: [Connection.Mode.create, .readWrite])
    func durable(mode: Connection.Mode) throws {
        let connection = try connection(mode)
        #expect(try connection.value("pragma journal_mode") == .text("wal"))
        #expect(try connection.value("pragma synchronous") == .integer(2))
        #expect(try connection.value("pragma journal_size_limit") == .integer(64 << 20))
    }

    @Test(
        "What need not last is not synced", arguments: [Connection.Mode.copy, .scratch])
    func fleeting(mode: Connection.Mode) throws {
        let connection = try connection(mode)
        #expect(try connection.value("pragma journal_mode") == .text("memory"))
        #expect(try connection.value("pragma synchronous") == .integer(0))
    }

    @Test(
        "A foreign key is kept, on every connection that writes",
        arguments: [
            Connection.Mode.create, .readWrite, .copy, .scratch,
        ])
    func foreignKeys(mode: Connection.Mode) throws {
        let connection = try connection(mode)
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.run("create table person (id integer primary key) strict")
                try tx.run("create table claim (p integer references person (id)) strict")
                try tx.run("insert into claim (p) values (1)")
            }
        }
        #expect(error?.constraint?.kind == .foreignKey)
    }

    @Test("A trigger sees the rows that a replacing insert removes")
    func recursiveTriggers() throws {
        let connection = try Connection.scratch(
            """
            create table note (n integer primary key) strict;
            create trigger note_stays before delete on note
            begin select raise(abort, 'notes stay'); end;
            insert into note (n) values (1);
            """)
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { try $0.run("insert or replace into note (n) values (1)") }
        }
        #expect(error?.constraint == Constraint(kind: .trigger, name: "notes stay"))
    }

    @Test("No connection moves the log when it is closed, and none when it grows")
    func noCheckpoints() throws {
        let log = "\(path)-wal"
        do {
            let connection = try Connection(path, .readWrite)
            // More pages than SQLite by itself would leave in the log.
            try connection.write { tx in
                try tx.run("create table page (bytes blob) strict")
                for _ in 0..<1_100 { try tx.run("insert into page values (zeroblob(4000))") }
            }
            #expect(try size(of: path) == 2 * 4_096)
        }
        let after = try size(of: log)
        #expect(after > 1_000 * 4_096)
        _ = try Connection(path, .readOnly).count("select count(*) from note")
        #expect(try size(of: log) == after)
    }
}
