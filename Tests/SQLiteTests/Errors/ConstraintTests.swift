import Testing

@testable import SQLite

@Suite("A broken constraint")
struct ConstraintTests {
    private let connection: Connection

    init() throws {
        connection = try .scratch(
            """
            create table person (
                id integer constraint person_key primary key,
                name text not null,
                age integer constraint person_is_born check (age >= 0),
                email text,
                code text,
                left_at integer
            ) strict;
            create unique index person_email on person (email);
            create unique index person_live_name on person (name, age) where left_at is null;
            create unique index person_code on person (lower(code));
            create table claim (
                sitting text not null, person integer not null,
                constraint claim_key primary key (sitting, person),
                constraint claim_of_person foreign key (person) references person (id)
            ) strict, without rowid;
            create table seat (row integer, place integer, label text unique) strict;
            create unique index seat_place on seat (place desc, row);
            create trigger claim_stays before delete on claim
            begin select raise(abort, 'claims stay: (1) constraint failed: x'); end;
            insert into person (id, name, age, email, code)
            values (1, 'Ann', 30, 'ann@example.com', 'xy');
            insert into seat (row, place, label) values (1, 2, 'A');
            insert into claim (sitting, person) values ('tea', 1);
            """)
    }

    private func broken(_ sql: SQL) throws -> Constraint? {
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { try $0.run(sql) }
        }
        return error?.constraint
    }

    private func add(_ name: String, _ age: Int, _ email: String) -> SQL {
        "insert into person (name, age, email) values (\(name), \(age), \(email))"
    }

    @Test("Of a unique index is told by the index's name")
    func unique() throws {
        #expect(
            try broken(add("Bob", 1, "ann@example.com"))
                == Constraint(kind: .unique, name: "person_email"))
    }

    @Test("Of a partial unique index is told by its name")
    func partial() throws {
        #expect(
            try broken(add("Ann", 30, "other@example.com"))
                == Constraint(kind: .unique, name: "person_live_name"))
        try connection.write { tx in
            try tx.run("update person set left_at = 1")
            try tx.run(add("Ann", 30, "other@example.com"))
        }
    }

    @Test("Of an index on an expression is told by its name")
    func expression() throws {
        #expect(
            try broken("insert into person (name, code) values ('Bob', 'XY')")
                == Constraint(kind: .unique, name: "person_code"))
    }

    @Test("Of an index on several columns is told by its name, whatever their order in the table")
    func composite() throws {
        #expect(
            try broken("insert into seat (row, place) values (1, 2)")
                == Constraint(kind: .unique, name: "seat_place"))
    }

    @Test("Of a key is told by its columns")
    func primaryKey() throws {
        #expect(
            try broken("insert into person (id, name) values (1, 'Bob')")
                == Constraint(kind: .unique, name: "person.id"))
        #expect(
            try broken("insert into claim (sitting, person) values ('tea', 1)")
                == Constraint(kind: .unique, name: "claim.sitting, claim.person"))
        #expect(
            try broken("insert into seat (rowid) values (1)")
                == Constraint(kind: .unique, name: "seat.rowid"))
    }

    @Test("Of a column that is unique by itself is told by the column")
    func column() throws {
        #expect(
            try broken("insert into seat (label) values ('A')")
                == Constraint(kind: .unique, name: "seat.label"))
    }

    @Test("Of a check is told by its name")
    func check() throws {
        #expect(
            try broken(add("Bob", -1, "b@example.com"))
                == Constraint(kind: .check, name: "person_is_born"))
    }

    @Test("Of what must not be null is told by its column")
    func notNull() throws {
        #expect(
            try broken("insert into person (age) values (1)")
                == Constraint(kind: .notNull, name: "person.name"))
    }

    @Test("Of a foreign key has no name")
    func foreignKey() throws {
        let constraint = Constraint(kind: .foreignKey, name: "")
        #expect(try broken("insert into claim (sitting, person) values ('x', 9)") == constraint)
        #expect(try broken("delete from person") == constraint)
        #expect(
            try broken("insert into claim (sitting, person) values ('x', 9) returning person")
                == constraint)
    }

    @Test("Of a trigger is told in the trigger's words")
    func trigger() throws {
        #expect(
            try broken("delete from claim")
                == Constraint(kind: .trigger, name: "claims stay: (1) constraint failed: x"))
    }

    @Test("Is told by statements that give rows, too")
    func returning() throws {
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.first(
                    "insert into seat (row, place) values (1, 2) returning row"
                ) { try $0.integer(0) }
            }
        }
        #expect(error?.constraint?.name == "seat_place")
    }

    @Test("A type that a column doesn't take is a mismatch, no constraint")
    func type() throws {
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { try $0.run("insert into seat (row) values ('one')") }
        }
        #expect(error?.kind == .mismatch)
        #expect(error?.constraint == nil)
        let key = #expect(throws: SQLiteError.self) {
            try connection.write { try $0.run("insert into person (id) values ('one')") }
        }
        #expect(key?.kind == .mismatch)
    }

    @Test("A new index has its own name, even where another had been")
    func renamed() throws {
        func twice() throws -> String? {
            try broken("insert into seat (row, place) values (1, 2)")?.name
        }
        #expect(try twice() == "seat_place")
        try connection.script(
            "drop index seat_place; create unique index seat_once on seat (row, place)")
        #expect(try twice() == "seat_once")
    }

    @Test("The name is found when time is over, or the columns stand for it")
    func outOfTime() throws {
        let error = #expect(throws: SQLiteError.self) {
            try connection.limited(to: .zero) {
                try connection.write { try $0.run("insert into seat (row, place) values (1, 2)") }
            }
        }
        #expect(
            ["seat_place", "seat.row, seat.place", "seat.place, seat.row"]
                .contains(error?.constraint?.name))
    }
}
