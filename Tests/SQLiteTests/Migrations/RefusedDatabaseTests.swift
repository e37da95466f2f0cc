import Foundation
import Testing
import Workbench

@testable import SQLite

@Suite("A database that is refused")
struct RefusedDatabaseTests {
    @Test("Another program's mark is respected, even on a database without tables")
    func mark() throws {
        let file = try TestFile()
        try file.connection.script("pragma application_id = 252006673")
        try expectRefusal(of: file, "it is marked as another program's (application_id 252006673)")
        #expect(try file.applicationID == 252_006_673)
    }

    @Test("Tables without a list of migrations are somebody else's")
    func tables() throws {
        let file = try TestFile()
        try file.connection.script("create table ship (id integer)")
        try expectRefusal(of: file, "it has tables, but no list of migrations")
    }

    @Test("A table of another program that is called migration is no list")
    func namesake() throws {
        let file = try TestFile()
        try file.connection.script("create table migration (id integer, batch integer)")
        try expectRefusal(of: file, "it has tables, but no list of migrations")
    }

    @Test("Roost's mark on tables without a list doesn't make them Roost's")
    func markAlone() throws {
        let file = try TestFile([.boats])
        try file.connection.script("drop table migration")
        try expectRefusal(of: file, "it has tables, but no list of migrations")
    }

    @Test("Somebody else's file is refused without a byte of it being changed")
    func untouched() throws {
        let file = try TestFile()
        let path = "\(file.folder.path)/other.db"
        let other = try Connection(path, .scratch)
        try other.script("create table ship (id integer); vacuum into '\(path)'")
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: MigrationError.self) { try Migrator.refuseForeignFile(at: path) }
        #expect(FileManager.default.contents(atPath: path) == before)
        #expect(before?.isEmpty == false)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: file.folder.path)
                .filter { $0.hasPrefix("other") } == ["other.db"])
    }

    @Test("A file that isn't there, an empty one and Roost's own are not refused")
    func own() throws {
        let file = try TestFile([.boats])
        try Migrator.refuseForeignFile(at: file.path)
        try Migrator.refuseForeignFile(at: "\(file.folder.path)/none.db")
        #expect(!FileManager.default.fileExists(atPath: "\(file.folder.path)/none.db"))
        try file.folder.write("", to: "empty.db")
        try Migrator.refuseForeignFile(at: "\(file.folder.path)/empty.db")
    }

    @Test("A file that is no database at all is refused")
    func garbage() throws {
        let folder = try TemporaryFolder()
        try folder.write(String(repeating: "what ", count: 1_000), to: "text.db")
        let error = #expect(throws: SQLiteError.self) {
            try Migrator.refuseForeignFile(at: "\(folder.path)/text.db")
        }
        #expect(error?.kind == .notADatabase)
    }

    @Test("A database that was restored from a dump has lost its mark, and gets it again")
    func restored() throws {
        let file = try TestFile([.boats])
        try file.connection.script("pragma application_id = 0")
        try Migrator([.boats, .trips]).migrate(file.connection, at: TestFile.noon)
        #expect(try file.applicationID == 0x526F_6F73)
    }

    @Test("A database of a newer version is refused untouched, and told which one and what to do")
    func newer() throws {
        let file = try TestFile(Migration.harbour)
        let before = try file.content
        let error = #expect(throws: MigrationError.self) {
            try Migrator([.boats, .trips]).migrate(file.connection, to: 0, at: TestFile.noon)
        }
        #expect(
            error?.description == """
                the database was made by a newer version of Roost: it has the migration 0003_lengths, \
                which this version doesn't know. Run that version, or let it take the database back: \
                roost migrate --to 2
                """)
        #expect(try file.content == before)
    }

    @Test("An edited migration is refused by its name")
    func edited() throws {
        let file = try TestFile([.boats])
        let edited = Migration.numbered(1, "boats", up: "create table boat (id integer) strict;")
        let error = #expect(throws: MigrationError.self) {
            try Migrator([edited, .trips]).migrate(file.connection, at: TestFile.noon)
        }
        #expect(error == .edited(edited))
        #expect(error?.description.contains("0001_boats was edited after") == true)
        #expect(try file.applied.count == 1)
    }

    private func expectRefusal(of file: TestFile, _ reason: String) throws {
        let before = try file.content
        let error = MigrationError.notRoost(path: file.path, reason: reason)
        let migrator = try Migrator(Migration.harbour)
        #expect(throws: error) { try migrator.migrate(file.connection, at: TestFile.noon) }
        #expect(throws: error) { try migrator.status(of: file.connection) }
        #expect(throws: error) { try Migrator.refuseForeignFile(at: file.path) }
        #expect(try file.content == before)
    }
}
