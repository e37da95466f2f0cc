import Synchronization
import Testing
import Time
import Workbench

@testable import SQLite

@Suite("A transaction")
struct TransactionTests {
    private let connection: Connection

    init() throws {
        connection = try .scratch(
            "create table note (n integer constraint note_is_positive check (n > 0)) strict")
    }

    private var notes: [Int] {
        get throws {
            try connection.read {
                try $0.all("select n from note order by n") { try $0.integer(0) }
            }
        }
    }

    @Test("Does all of it")
    func all() throws {
        let result = try connection.write { tx in
            try tx.run("insert into note (n) values (1)")
            try tx.run("insert into note (n) values (2)")
            return try tx.count("select count(*) from note")
        }
        #expect(result == 2)
        #expect(try notes == [1, 2])
    }

    @Test("Does nothing when its body throws, whatever it throws")
    func nothing() throws {
        #expect(throws: Stop.self) {
            try connection.write { tx in
                try tx.run("insert into note (n) values (1)")
                throw Stop()
            }
        }
        #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.run("insert into note (n) values (1)")
                try tx.run("insert into note (n) values (-1)")
            }
        }
        #expect(try notes == [])
        try connection.write { try $0.run("insert into note (n) values (3)") }
        #expect(try notes == [3])
    }

    @Test("Goes on after a refusal that its body expected")
    func expected() throws {
        try connection.write { tx in
            try tx.run("insert into note (n) values (1)")
            #expect(throws: SQLiteError.self) { try tx.run("insert into note (n) values (-1)") }
            try tx.run("insert into note (n) values (2)")
        }
        #expect(try notes == [1, 2])
    }

    @Test("Has the time that it was given")
    func now() throws {
        let now = Instant(milliseconds: 1_234)
        #expect(try connection.transaction(at: now) { $0.now } == now)
    }

    @Test("Tells of its commit, and of nothing else")
    func afterCommit() throws {
        let told = Notes<Int>()
        try connection.write { tx in
            tx.afterCommit { told.add(1) }
            tx.afterCommit { told.add(2) }
            #expect(told.all == [])
        }
        #expect(throws: Stop.self) {
            try connection.write { tx in
                tx.afterCommit { told.add(3) }
                throw Stop()
            }
        }
        #expect(told.all == [1, 2])
    }

    @Test("Is in no other, and the one around it goes on")
    func nested() throws {
        try connection.write { tx in
            try tx.run("insert into note (n) values (1)")
            #expect(throws: SQLiteError.self) { try connection.write { _ in } }
            #expect(throws: SQLiteError.self) { try connection.read { _ in } }
            try tx.run("insert into note (n) values (2)")
        }
        #expect(try notes == [1, 2])
        try connection.read { reader in
            #expect(throws: SQLiteError.self) { try connection.read { _ in } }
            _ = try reader.count("select count(*) from note")
        }
    }

    @Test(
        "Can't be ended, or begun, by what is within it",
        arguments: [
            "commit", "COMMIT", "end", "rollback", "begin", "savepoint one", "release one",
            "rollback to one", " /* */ commit", "commit transaction",
        ] as [SQL])
    func ending(sql: SQL) throws {
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.run("insert into note (n) values (1)")
                try tx.run(sql)
            }
        }
        #expect(error?.message == "it begins or ends a transaction, but is within one")
        #expect(error?.kind == .other)
        #expect(throws: SQLiteError.self) {
            try connection.read { try $0.all(sql) { _ in } }
        }
        #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.run("insert into note (n) values (1)")
                try tx.script("insert into note (n) values (2); \(sql.text)")
            }
        }
        #expect(try notes == [])
    }

    @Test("Is lost through some errors, and then nothing more is done in its name")
    func lost() throws {
        try connection.script(
            """
            create trigger note_is_small before insert on note when new.n > 9
            begin select raise(rollback, 'too large'); end;
            """)
        var refused: [Bool] = []
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.run("insert into note (n) values (1)")
                refused = [
                    isRefused { try tx.run("insert into note (n) values (10)") },
                    isRefused { try tx.run("insert into note (n) values (2)") },
                    isRefused {
                        _ = try tx.all("insert into note (n) values (3) returning n") { _ in }
                    },
                    isRefused { try tx.script("insert into note (n) values (4)") },
                ]
                try tx.run("insert into note (n) values (5)")
            }
        }
        #expect(refused == [true, true, true, true])
        #expect(error?.message == "the transaction has ended already")
        #expect(try notes == [])
    }

    @Test("That was lost unnoticed is an error")
    func lostUnnoticed() throws {
        #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try? tx.run("insert or rollback into note (n) values (-1)")
            }
        }
        try connection.write { try $0.run("insert into note (n) values (1)") }
        #expect(try notes == [1])
    }

    @Test("That is rolled back while rows are read leaves nothing behind")
    func inTheMiddle() throws {
        try connection.write { try $0.run("insert into note (n) values (1), (2), (3)") }
        #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.each("select n from note") { _ in
                    try tx.run("insert or rollback into note (n) values (-1)")
                }
            }
        }
        #expect(try notes == [1, 2, 3])
        try connection.script("drop table note")
    }

    @Test("May be done again after one whose reference points nowhere until its end")
    func deferredReference() throws {
        try connection.script(
            """
            create table person (id integer primary key) strict;
            create table claim (
                person integer references person (id) deferrable initially deferred
            ) strict;
            """)
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { try $0.run("insert into claim (person) values (1)") }
        }
        #expect(error?.constraint?.kind == .foreignKey)
        try connection.write { tx in
            try tx.run("insert into claim (person) values (1)")
            try tx.run("insert into person (id) values (1)")
        }
        #expect(try connection.count("select count(*) from claim") == 1)
    }

    @Test("The first row of a change is enough to have made all of it")
    func returning() throws {
        let first = try connection.write { tx in
            try tx.first("insert into note (n) values (1), (2), (3) returning n") {
                try $0.integer(0)
            }
        }
        #expect(first == 1)
        #expect(try notes == [1, 2, 3])
    }

    @Test("A database may be compacted outside of one")
    func vacuum() throws {
        try connection.script("vacuum")
        #expect(throws: SQLiteError.self) { try connection.write { try $0.run("vacuum") } }
    }

    private struct Stop: Error {}
}
