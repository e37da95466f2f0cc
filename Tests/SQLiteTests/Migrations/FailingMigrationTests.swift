import Testing

@testable import SQLite

@Suite("A migration that fails")
struct FailingMigrationTests {
    @Test("The very first one leaves the database empty and unmarked")
    func first() throws {
        let file = try TestFile()
        let broken = Migration.numbered(
            1, "broken", up: "create table boat (id integer) strict; insert into ship values (1);")
        let error = try failure(of: [broken], on: file)
        #expect(error == .failed(.up(broken), reason: "no such table: ship (SQLite 1)"))
        #expect(
            error.description
                == "0001_broken can't be applied: no such table: ship (SQLite 1). Nothing of it was kept"
        )
        let tables = try file.connection.read {
            try $0.count("select count(*) from sqlite_schema")
        }
        #expect(tables == 0)
        #expect(try file.applicationID == 0)
    }

    @Test("Those before it stay, it leaves nothing, and those behind it are not tried")
    func middle() throws {
        let file = try TestFile([.boats])
        let before = try file.content
        let broken = Migration.numbered(
            2, "broken", up: "delete from boat; drop table boat; create table boat")
        let error = try failure(of: [.boats, broken, .lengths], on: file)
        #expect(error == .failed(.up(broken), reason: "incomplete input (SQLite 1)"))
        #expect(try file.content == before)
        #expect(try file.applied.map(\.name) == ["boats"])
    }

    @Test("A way back that fails leaves what was there")
    func down() throws {
        let broken = Migration.numbered(
            2, "broken", up: "create table ship (id integer) strict;",
            down: "drop table ship; drop table ship;")
        let file = try TestFile([.boats, broken])
        let before = try file.content
        let error = try failure(of: [.boats, broken], to: 0, on: file)
        #expect(error == .failed(.down(broken), reason: "no such table: ship (SQLite 1)"))
        #expect(try file.content == before)
        #expect(try file.applied.count == 2)
    }

    @Test(
        "It can't end its transaction, and so can't leave a half of itself",
        arguments: ["commit; begin;", "rollback;", "savepoint a;", "end;"])
    func transactions(words: String) throws {
        let file = try TestFile([.boats])
        let before = try file.content
        let broken = Migration.numbered(
            2, "broken", up: "drop table boat; \(words) create table ship (id integer) strict;")
        let error = try failure(of: [.boats, broken], on: file)
        #expect(
            error
                == .failed(
                    .up(broken),
                    reason: "it begins or ends a transaction, but is within one (SQLite 21)"))
        #expect(try file.content == before)
        #expect(try file.applied.count == 1)
    }

    @Test("Rows that refer to nothing are not committed")
    func references() throws {
        let file = try TestFile([.boats, .trips])
        let before = try file.content
        let broken = Migration.numbered(3, "broken", up: "delete from boat where id = 1;")
        let error = try failure(of: [.boats, .trips, broken], on: file)
        #expect(
            error
                == .failed(
                    .up(broken), reason: "a row of trip refers to one of boat that isn't there"))
        #expect(try file.content == before)
    }

    @Test(
        "Foreign keys are enforced again afterwards, also behind a failure",
        arguments: [true, false])
    func enforced(fails: Bool) throws {
        let file = try TestFile([.boats, .trips])
        let third = Migration.numbered(3, "third", up: fails ? "drop table ship;" : "select 1;")
        _ = try? Migrator([.boats, .trips, third]).migrate(file.connection, at: TestFile.noon)
        #expect(throws: SQLiteError.self) {
            try file.connection.transaction(at: TestFile.noon) { tx in
                _ = try tx.run("insert into trip (id, boat) values (3, 3)")
            }
        }
    }

    private func failure(
        of migrations: [Migration], to number: Int? = nil, on file: TestFile
    ) throws -> MigrationError {
        try #require(throws: MigrationError.self) {
            try Migrator(migrations).migrate(file.connection, to: number, at: TestFile.noon)
        }
    }
}
