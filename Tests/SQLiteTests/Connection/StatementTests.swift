import Testing

@testable import SQLite

@Suite("A statement")
struct StatementTests {
    private let connection: Connection

    init() throws {
        connection = try .scratch("create table note (n integer) strict")
    }

    @Test(
        "May end in blanks, comments and semicolons",
        arguments: [
            "select 7", "select 7;", "select 7; ", "select 7;\n\n", "select 7 -- seven",
            "select 7; -- seven", "select 7; /* seven */ ;; ", "-- seven\nselect 7", "  select 7",
            ";select 7",
        ] as [SQL])
    func ends(sql: SQL) throws {
        #expect(try connection.value(sql) == .integer(7))
    }

    @Test(
        "Is alone in its text, or nobody would run the other",
        arguments: [
            "select 7; select 8", "select 7;select 8;", "select 7; -- seven\n select 8",
            "insert into note (n) values (1); delete from note", "select 7; nonsense",
            "select 7;\u{0}",
        ] as [SQL])
    func alone(sql: SQL) throws {
        let error = #expect(throws: SQLiteError.self) { try connection.value(sql) }
        #expect(error?.message == "there is more than one statement in the SQL")
        #expect(try connection.count("select count(*) from note") == 0)
    }

    @Test("Is more than nothing", arguments: ["", " ", "-- nothing", ";", "/* */;;"] as [SQL])
    func nothing(sql: SQL) throws {
        let error = #expect(throws: SQLiteError.self) { try connection.value(sql) }
        #expect(error?.message == "there is no statement in the SQL")
    }

    @Test("That is wrong is told in SQLite's words")
    func wrong() throws {
        let error = #expect(throws: SQLiteError.self) { try connection.value("selct 7") }
        #expect(error?.kind == .other)
        #expect(error?.message == "near \"selct\": syntax error")
        #expect(error?.description == "near \"selct\": syntax error (SQLite 1)")
    }

    @Test(
        "Gets as many values as it has placeholders, or isn't run",
        arguments: ["select ?", "select ?, \(1)", "select ?3, \(1)", "select :name"] as [SQL])
    func values(sql: SQL) throws {
        let error = #expect(throws: SQLiteError.self) { try connection.value(sql) }
        #expect(error?.message == "the SQL wants another number of values")
    }

    @Test("Has no placeholder within a text")
    func quoted() throws {
        #expect(try connection.value("select '?' || \("!")") == .text("?!"))
    }

    @Test("That is given another number of values fails the second time as well")
    func again() throws {
        for _ in 1...2 {
            #expect(throws: SQLiteError.self) { try connection.value("select ?") }
        }
        #expect(try connection.value("select \(1)") == .integer(1))
    }

    @Test("Tells how many rows it changed itself")
    func changes() throws {
        try connection.script(
            """
            create table log (n integer) strict;
            create trigger note_is_logged after insert on note
            begin insert into log (n) values (new.n), (new.n); end;
            """)
        let changes = try connection.write { tx in
            try [
                tx.run("insert into note (n) values (1), (2), (3)"),
                tx.run("update note set n = 9 where n > 1"),
                tx.run("update note set n = 9 where n = 5"),
                tx.run("create table other (n integer) strict"),
                tx.run("insert into note (n) select 1 where false"),
                tx.run("delete from note"),
            ]
        }
        #expect(changes == [3, 2, 0, 0, 0, 3])
    }
}
