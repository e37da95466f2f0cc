import Testing
import Time

@testable import SQLite

@Suite("A migrator")
struct MigratorTests {
    let file: TestFile

    init() throws {
        file = try TestFile()
    }

    @Test("An empty database gets every migration, listed with its moment, and Roost's mark")
    func empty() throws {
        let plan = try migrate(Migration.harbour)
        #expect(
            plan.report == ["applied 0001_boats", "applied 0002_trips", "applied 0003_lengths"])
        #expect(
            try file.applied
                == Migration.harbour.map {
                    AppliedMigration(
                        number: $0.number, name: $0.name, checksum: $0.checksum,
                        appliedAt: TestFile.noon)
                })
        #expect(try file.applicationID == 0x526F_6F73)
        #expect(try file.content.rows["boat"]?.count == 2)
    }

    @Test("A later version applies only what is new")
    func later() throws {
        try migrate([.boats])
        let evening = Instant(seconds: TestFile.noon.seconds + 3_600)
        let plan = try Migrator(Migration.harbour).migrate(file.connection, at: evening)
        #expect(plan.steps == [.up(.trips), .up(.lengths)])
        #expect(try file.applied.map(\.appliedAt) == [TestFile.noon, evening, evening])
    }

    @Test("The way down leaves the shape and the rows that were there before")
    func down() throws {
        try migrate(Migration.harbour, to: 2)
        let before = try file.content
        try migrate(Migration.harbour)
        #expect(try file.content != before)
        let plan = try migrate(Migration.harbour, to: 2)
        #expect(plan.report == ["took back 0003_lengths"])
        #expect(try file.content == before)
        #expect(try file.applied.map(\.number) == [1, 2])
    }

    @Test("Everything can be taken back, and given again")
    func allDown() throws {
        try migrate(Migration.harbour)
        let full = try file.content
        try migrate(Migration.harbour, to: 0)
        #expect(try file.content.schema.isEmpty)
        #expect(try file.applied.isEmpty)
        try migrate(Migration.harbour)
        #expect(try file.content == full)
    }

    @Test("A table can be made anew without losing what refers to it")
    func rebuilding() throws {
        try migrate(Migration.harbour)
        #expect(try file.content.rows["trip"]?.count == 2)
    }

    @Test("Status tells what is applied, pending, edited and unknown")
    func status() throws {
        try migrate([.boats, .trips])
        let edited = Migration.numbered(1, "boats", up: "create table boat (id integer) strict;")
        let ferries = Migration.numbered(2, "ferries", up: "select 1;")
        let status = try Migrator([edited, ferries, .lengths]).status(of: file.connection)
        #expect(
            status.lines == [
                "0001_boats    applied 2026-01-01T12:00:00.000Z, edited since",
                "0002_ferries  pending",
                "0002_trips    applied 2026-01-01T12:00:00.000Z, unknown to this version of Roost",
                "0003_lengths  pending",
            ])
        #expect(
            try Migrator([.boats]).status(of: file.connection).rows.first
                == MigrationStatus.Row(number: 1, name: "boats", state: .applied(TestFile.noon)))
    }

    @Test("Status and plan write nothing, not even to an empty database")
    func dry() throws {
        let migrator = try Migrator(Migration.harbour)
        #expect(try migrator.status(of: file.connection).rows.allSatisfy { $0.state == .pending })
        #expect(try migrator.plan(for: file.connection).steps.count == 3)
        #expect(try migrator.plan(for: file.connection, to: 0).steps.isEmpty)
        #expect(try tables() == 0)
        #expect(try file.applicationID == 0)
    }

    @Test("Status and plan need no right to write")
    func readOnly() throws {
        try migrate([.boats])
        let reader = try Connection(file.path, .readOnly)
        let migrator = try Migrator(Migration.harbour)
        #expect(try migrator.plan(for: reader).steps == [.up(.trips), .up(.lengths)])
        #expect(try migrator.status(of: reader).rows.count == 3)
    }

    @discardableResult
    private func migrate(_ migrations: [Migration], to number: Int? = nil) throws -> MigrationPlan {
        try Migrator(migrations).migrate(file.connection, to: number, at: TestFile.noon)
    }

    private func tables() throws -> Int {
        try file.connection.read { try $0.count("select count(*) from sqlite_schema") }
    }
}
