import Foundation
import Testing
import Workbench

@testable import SQLite

@Suite("Opening a database")
struct OpeningTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/test.db"
    }

    /// Makes a database with one row.
    private func make(_ path: String) throws {
        let connection = try Connection(path, .create)
        try connection.write { tx in
            try tx.run("create table note (n integer) strict")
            try tx.run("insert into note (n) values (7)")
        }
    }

    private func failure(
        _ path: String, _ mode: Connection.Mode, _ body: (Connection) throws -> Void = { _ in }
    ) -> SQLiteError? {
        #expect(throws: SQLiteError.self) { try body(Connection(path, mode)) }
    }

    @Test("Makes a file that is its owner's alone, and so are those beside it")
    func permissions() throws {
        let before = umask(0)
        defer { umask(before) }
        let connection = try Connection(path, .create)
        try connection.write { try $0.run("create table note (n integer) strict") }
        for end in ["", "-wal", "-shm"] {
            let facts = try FileManager.default.attributesOfItem(atPath: path + end)
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("Finds what an earlier connection wrote")
    func again() throws {
        try make(path)
        for mode in [Connection.Mode.create, .readWrite, .readOnly] {
            #expect(try Connection(path, mode).count("select n from note") == 7)
        }
    }

    @Test(
        "Makes no file but where it is asked to",
        arguments: [
            Connection.Mode.readWrite, .readOnly, .immutable,
        ])
    func missing(mode: Connection.Mode) {
        let error = failure(path, mode) { _ = try $0.count("select 1 from sqlite_schema") }
        #expect(error?.kind == .cannotOpen)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("Refuses a folder, a path into nowhere and no path at all")
    func noFile() {
        #expect(failure(folder.path, .create)?.kind == .cannotOpen)
        #expect(failure("\(folder.path)/none/test.db", .create)?.kind == .cannotOpen)
        for mode in [Connection.Mode.create, .readWrite, .readOnly, .immutable, .copy] {
            #expect(failure("", mode)?.message == "a database needs a path")
        }
    }

    @Test(
        "Refuses a file that is something else",
        arguments: [
            Connection.Mode.create, .readWrite, .readOnly, .immutable,
        ])
    func notADatabase(mode: Connection.Mode) throws {
        let text = String(repeating: "This is a letter to Ann. ", count: 200)
        try folder.write(text, to: "test.db")
        let error = failure(path, mode) { _ = try $0.count("select 1 from sqlite_schema") }
        #expect(error?.kind == .notADatabase)
        #expect(folder.read("test.db") == text)
    }

    @Test("A connection that only reads refuses to write")
    func readOnly() throws {
        try make(path)
        let connection = try Connection(path, .readOnly)
        let error = #expect(throws: SQLiteError.self) {
            try connection.read { try $0.all("delete from note returning n") { try $0.integer(0) } }
        }
        #expect(error?.kind == .readOnly)
        #expect(try connection.count("select count(*) from note") == 1)
    }

    @Test("Where the file can't be written, neither can the database")
    func readOnlyCode() throws {
        try make(path)
        let connection = try Connection(path, .readWrite)
        try connection.script("pragma query_only = on")
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { try $0.run("delete from note") }
        }
        #expect(error?.kind == .readOnly)
    }

    @Test(
        "An immutable file may have any name",
        arguments: [
            "test.db", "a b.db", "100%.db", "100%25.db", "what?.db", "what?mode=memory", "a#b.db",
            "grün 日本 👍.db", "file:test.db", ":memory:", "a&b=c;d.db", "'quoted\".db", "a\\b.db",
            "a+b.db", "a//b.db", " ", "\u{1}\n.db",
        ])
    func immutable(name: String) throws {
        let path = "\(folder.path)/\(name)"
        if name.contains("/") {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/a", withIntermediateDirectories: true)
        }
        try make(path)
        let copy = "\(folder.path)/copy"
        let reader = try Connection(path, .readOnly)
        try reader.read { reader in
            let pages = try PageCopy(of: reader, to: copy)
            while try !pages.step(pages: 1) {}
        }
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: copy, toPath: path)
        let connection = try Connection(path, .immutable)
        #expect(try connection.count("select n from note") == 7)
        #expect(
            throws: SQLiteError.self,
            performing: { try connection.write { try $0.run("delete from note") } })
    }

    @Test(
        "A path may begin with two slashes",
        arguments: [
            Connection.Mode.create, .readOnly, .immutable,
        ])
    func slashes(mode: Connection.Mode) throws {
        let connection = try Connection(path, .create)
        try connection.script(
            "create table note (n integer) strict; insert into note (n) values (7);"
                + "pragma wal_checkpoint(truncate)")
        #expect(try Connection("/\(path)", mode).count("select n from note") == 7)
    }

    @Test("A name that SQLite takes for something else is a file all the same")
    func relative() throws {
        let before = FileManager.default.currentDirectoryPath
        for name in ["file:roost-test-\(UUID())?mode=memory", ":memory:", ":roost-test:"] {
            let path = "\(before)/\(name)"
            defer {
                for end in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: path + end)
                }
            }
            try make(name)
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(try Connection(name, .readOnly).count("select n from note") == 7)
            #expect(try Connection(name, .immutable).count("select 1") == 1)
        }
    }

    @Test("A scratch database is nobody else's, and leaves nothing")
    func scratch() throws {
        let (a, b) = (try Connection(path, .scratch), try Connection(path, .scratch))
        try a.write { try $0.run("create table note (n integer) strict") }
        #expect(try b.count("select count(*) from sqlite_schema") == 0)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("A scratch database rolls back, too")
    func scratchTransaction() throws {
        let connection = try Connection.scratch("create table note (n integer) strict")
        #expect(throws: CancellationError.self) {
            try connection.write { tx in
                try tx.run("insert into note (n) values (1)")
                throw CancellationError()
            }
        }
        #expect(try connection.count("select count(*) from note") == 0)
    }
}
