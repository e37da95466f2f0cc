import Testing

@testable import SQLite

@Suite("The list of a program's migrations")
struct MigrationListTests {
    @Test("Numbers go up one by one")
    func sequence() throws {
        #expect(try Migrator(Migration.harbour).migrations == Migration.harbour)
        #expect(try Migrator([]).migrations.isEmpty)
    }

    @Test("A number that comes twice, or that leaves a gap, is refused by the migration's name")
    func outOfSequence() {
        let ferries = Migration.numbered(2, "ferries", up: "select 1;")
        #expect(throws: MigrationError.outOfSequence(ferries, expected: 3)) {
            try Migrator([.boats, .trips, ferries])
        }
        #expect(throws: MigrationError.outOfSequence(.lengths, expected: 2)) {
            try Migrator([.boats, .lengths])
        }
        #expect(throws: MigrationError.outOfSequence(.trips, expected: 1)) {
            try Migrator([.trips])
        }
    }

    @Test(
        "A name has lower-case letters, digits and _", arguments: ["", "Boats", "a-b", "ä", "a b"])
    func misnamed(name: String) {
        let migration = Migration.numbered(1, name, up: "select 1;")
        #expect(throws: MigrationError.misnamed(migration)) { try Migrator([migration]) }
    }

    @Test("A blank file is refused, whichever half it is")
    func blank() {
        let up = Migration.numbered(1, "boats", up: " \n")
        #expect(throws: MigrationError.blank(.up(up))) { try Migrator([up]) }
        let down = Migration.numbered(1, "boats", up: "select 1;", down: "\n")
        #expect(throws: MigrationError.blank(.down(down))) { try Migrator([down]) }
    }

    @Test("A label has four digits at least, as the files have")
    func labels() {
        #expect(Migration.numbered(7, "x", up: "").label == "0007_x")
        #expect(Migration.numbered(12_345, "x", up: "").label == "12345_x")
    }
}
