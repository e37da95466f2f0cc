import Crypto
import Foundation
import Migrations
import Testing
import Workbench

@testable import SQLite

@Suite("The migrations of Roost")
struct EmbeddedMigrationTests {
    @Test("Their list is in order, and none is blank or misnamed")
    func list() throws {
        #expect(try Migrator(Migration.embedded).migrations.isEmpty == false)
    }

    @Test("The folder holds their files and no others")
    func folder() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: PackageRoot.file("migrations")
        ).filter { !$0.hasPrefix(".") }
        let expected = Migration.embedded.flatMap {
            ["\($0.label).down.sql", "\($0.label).up.sql"]
        }
        for file in files where !(expected + ["README.md", "checksums.txt"]).contains(file) {
            Issue.record("migrations/\(file) is not in Sources/CMigrations/CMigrations.c")
        }
        for file in expected where !files.contains(file) {
            Issue.record("migrations/\(file) is missing")
        }
    }

    @Test("The binary holds the bytes of the files", arguments: Migration.embedded)
    func bytes(migration: Migration) {
        #expect(contents("\(migration.label).up.sql") == Data(migration.up.utf8))
        #expect(contents("\(migration.label).down.sql") == Data(migration.down.utf8))
    }

    @Test("None was edited since its checksum was written down")
    func checksums() throws {
        let listed = String(decoding: contents("checksums.txt") ?? Data(), as: UTF8.self)
            .split(separator: "\n").map(String.init)
        let actual = try Migration.embedded.flatMap { migration in
            try [("up", migration.up), ("down", migration.down)].map { way, text in
                "\(try hash(text))  \(migration.label).\(way).sql"
            }
        }
        for line in actual where !listed.contains(line) {
            Issue.record(
                """
                migrations/checksums.txt doesn't have this line:
                \(line)
                A new file's line is added. A file that has been released is never edited: \
                take the edit back and write a new migration.
                """)
        }
        for line in listed where !actual.contains(line) {
            Issue.record("a line of migrations/checksums.txt fits no file: \(line)")
        }
    }

    @Test(
        "The checksum that a database keeps is the one of the file", arguments: Migration.embedded)
    func recorded(migration: Migration) throws {
        #expect(try migration.checksum == hash(migration.up))
    }

    @Test(
        "Each can be taken back, and leaves shape and rows as they were",
        arguments: Migration.embedded)
    func back(migration: Migration) throws {
        let file = try TestFile()
        try fill(file, to: migration.number - 1)
        let before = try file.content
        try migrate(file, to: migration.number)
        let empty = try file.content
        try migrate(file, to: migration.number - 1)
        #expect(try file.content == before)
        try migrate(file, to: migration.number)
        try file.connection.script(SampleRows.byNumber[migration.number] ?? "")
        // Where there is nowhere for rows to go, it is the shape that changes.
        let isShape = SampleRows.shapes.contains(migration.number)
        #expect(try file.content != (isShape ? before : empty))
        try migrate(file, to: migration.number - 1)
        #expect(try file.content == before)
    }

    @Test("All of them can be taken back from a database with rows in it, and given again")
    func wholeWay() throws {
        let file = try TestFile()
        try fill(file, to: Migration.embedded.count)
        let schema = try file.content.schema
        try migrate(file, to: 0)
        #expect(try file.content.schema.isEmpty)
        try migrate(file, to: Migration.embedded.count)
        #expect(try file.content.schema == schema)
    }

    @Test("SQLite finds nothing wrong with a database that went all the way")
    func integrity() throws {
        let file = try TestFile()
        try fill(file, to: Migration.embedded.count)
        let said = try file.connection.read {
            try $0.all("pragma integrity_check") { try $0.text(0) }
        }
        #expect(said == ["ok"])
    }

    /// Applies one after the other, with rows added behind each.
    private func fill(_ file: TestFile, to number: Int) throws {
        for migration in Migration.embedded.prefix(number) {
            try migrate(file, to: migration.number)
            try file.connection.script(SampleRows.byNumber[migration.number] ?? "")
        }
    }

    private func migrate(_ file: TestFile, to number: Int) throws {
        try Migrator(Migration.embedded).migrate(file.connection, to: number, at: TestFile.noon)
    }

    private func contents(_ name: String) -> Data? {
        FileManager.default.contents(atPath: PackageRoot.file("migrations/\(name)"))
    }

    private func hash(_ text: String) throws -> String {
        try SHA256.hash(of: Array(text.utf8)).hexadecimal
    }
}

extension Migration: CustomTestStringConvertible {
    public var testDescription: String { label }
}
