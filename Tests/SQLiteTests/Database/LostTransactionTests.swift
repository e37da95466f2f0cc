import Testing
import Workbench

@testable import SQLite

@Suite("A write that spoils the transaction of all")
struct LostTransactionTests {
    /// Counts how often it is performed, and adds a note.
    private func counting(_ n: Int, _ performed: Notes<Int>) -> LiveDatabase.Body {
        { tx in
            performed.add(n)
            tx.afterCommit { performed.add(-n) }
            return try tx.run("insert into note (n) values (\(n))")
        }
    }

    /// Does something among other writes, which are done once all the same; how it was answered.
    private func spoil(
        _ live: LiveDatabase, again: Bool, _ body: @escaping LiveDatabase.Body
    ) async throws -> Result<Int, any Error> {
        let performed = Notes<Int>()
        let results = try await live.together([
            counting(1, performed), counting(2, performed), body, counting(3, performed),
        ])
        #expect(results[0].value == 1 && results[1].value == 1 && results[3].value == 1)
        #expect(try live.notes == [1, 2, 3])
        #expect(performed.all == (again ? [1, 2] : []) + [1, 2, 3, -1, -2, -3])
        #expect(try await live.add(4) == 1)
        #expect(live.database.trouble == nil)
        return results[2]
    }

    private func live() async throws -> LiveDatabase {
        try await LiveDatabase { $0.writeTime = .milliseconds(20) }
    }

    @Test("Through a change that is interrupted: the others are done again, and once")
    func interrupted() async throws {
        let result = try await spoil(live(), again: true) { try $0.run(Endless.change) }
        #expect(result.refusal?.kind == .interrupted)
    }

    @Test("Isn't one that is refused before it has changed anything")
    func refusal() async throws {
        let result = try await spoil(live(), again: false) { tx in
            _ = try tx.count("select count(*) from note")
            throw CancellationError()
        }
        #expect(result.refusal == nil)
    }

    @Test("Is one whose question is interrupted behind a change: only its own is undone")
    func interruptedQuestion() async throws {
        let result = try await spoil(live(), again: true) { tx in
            try tx.run("insert into note (n) values (9)")
            return try tx.count(Endless.question)
        }
        #expect(result.refusal?.kind == .interrupted)
    }

    @Test("Isn't one that says how long it takes, and takes no longer")
    func ownLimit() async throws {
        let live = try await live()
        let question: SQL = """
            with recursive number (n) as (
                select 1 union all select n + 1 from number limit 500000
            )
            select count(*) from number
            """
        await #expect(throws: SQLiteError.self) {
            _ = try await live.database.write { try $0.count(question) }
        }
        let count = try await live.database.write(upTo: .seconds(60)) { try $0.count(question) }
        #expect(count == 500_000)
    }

    @Test("Through a refusal that rolls everything back")
    func rollback() async throws {
        let result = try await spoil(live(), again: true) {
            try $0.run("insert or rollback into note (n) values (-1)")
        }
        #expect(result.refusal?.constraint?.name == "note_is_positive")
    }

    @Test("And goes on as if nothing had happened")
    func unnoticed() async throws {
        let result = try await spoil(live(), again: true) { tx in
            _ = try? tx.run("insert or rollback into note (n) values (-1)")
            _ = try? tx.run("insert into note (n) values (9)")
            return 0
        }
        #expect(result.refusal?.message == "the transaction has ended already")
    }

    @Test(
        "Is one that would end the transaction behind a change, and can't",
        arguments: ["commit", "rollback", "release one", "rollback to one", "savepoint one"])
    func ending(word: String) async throws {
        let result = try await spoil(live(), again: true) { tx in
            try tx.run("insert into note (n) values (9)")
            try tx.script(word)
            return 0
        }
        #expect(result.refusal?.message == "it begins or ends a transaction, but is within one")
    }

    @Test("Is one whose reference leads nowhere, though only a commit would look at it")
    func reference() async throws {
        let live = try await live()
        try await live.database.write {
            try $0.script(
                """
                create table answer (
                    n integer references note (n) deferrable initially deferred
                ) strict;
                """)
        }
        let result = try await spoil(live, again: true) {
            try $0.run("insert into answer (n) values (99)")
        }
        #expect(result.refusal?.constraint == Constraint(kind: .foreignKey, name: ""))
        _ = try await live.database.write { tx in
            try tx.run("insert into answer (n) values (98)")
            try tx.run("insert into note (n) values (98)")
        }
    }

    @Test("Is as harmless when there are many")
    func many() async throws {
        let live = try await live()
        let results = try await live.together(
            (1...30).map { n in
                { tx in
                    try tx.run("insert into note (n) values (\(n))")
                    guard n % 3 == 0 else { return n }
                    return try tx.run("insert or rollback into note (n) values (-1)")
                }
            })
        #expect(results.compactMap(\.value) == (1...30).filter { $0 % 3 != 0 })
        #expect(try live.notes == (1...30).filter { $0 % 3 != 0 })
    }
}
