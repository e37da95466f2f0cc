import Testing
import Workbench

@testable import SQLite

@Suite("A time limit")
struct TimeLimitTests {
    private let connection: Connection

    init() throws {
        connection = try .scratch("create table note (n integer) strict")
    }

    @Test("Ends a question that never would")
    func endless() throws {
        let begin = ContinuousClock.now
        let error = #expect(throws: SQLiteError.self) {
            try connection.read(within: .milliseconds(20)) { try $0.count(Endless.question) }
        }
        #expect(error?.kind == .interrupted)
        #expect(ContinuousClock.now - begin >= .milliseconds(20))
        #expect(try connection.value("select 7") == .integer(7))
    }

    @Test(
        "That is over already, or below zero, ends it at once",
        arguments: [
            Duration.zero, .seconds(-1), .seconds(Int64.min),
        ])
    func over(limit: Duration) throws {
        #expect(throws: SQLiteError.self) {
            try connection.read(within: limit) { try $0.count(Endless.question) }
        }
        // What needs no time is answered all the same.
        #expect(try connection.read(within: limit) { try $0.count("select 7") } == 7)
    }

    @Test(
        "May be as long as there are numbers for it",
        arguments: [
            Duration.seconds(Int64.max), .seconds(9_000_000_000), .seconds(100 * 365 * 86_400),
        ])
    func long(limit: Duration) throws {
        let sum = try connection.read(within: limit) { reader in
            try reader.count(
                """
                with recursive number (n) as (
                    select 1 union all select n + 1 from number where n < 50000
                )
                select count(*) from number
                """)
        }
        #expect(sum == 50_000)
    }

    @Test("Within another ends with the one that ends first")
    func nested() throws {
        let begin = ContinuousClock.now
        for (outer, inner) in [
            (Duration.milliseconds(5), Duration.seconds(600)),
            (.seconds(600), .milliseconds(5)),
        ] {
            #expect(throws: SQLiteError.self) {
                try connection.limited(to: outer) {
                    try connection.read(within: inner) { try $0.count(Endless.question) }
                }
            }
        }
        #expect(ContinuousClock.now - begin < .seconds(300))
    }

    @Test("Holds again when one within it is over")
    func afterNested() throws {
        var isRefusedInside = false
        let error = #expect(throws: SQLiteError.self) {
            try connection.read(within: .milliseconds(20)) { reader in
                isRefusedInside = isRefused { try connection.read { _ in } }
                connection.limited(to: .seconds(600)) {}
                return try reader.count(Endless.question)
            }
        }
        #expect(isRefusedInside)
        #expect(error?.kind == .interrupted)
    }

    @Test("Ends a change, and with it the transaction")
    func change() throws {
        let error = #expect(throws: SQLiteError.self) {
            try connection.write { tx in
                try tx.run("insert into note (n) values (1)")
                try connection.limited(to: .milliseconds(5)) { _ = try tx.run(Endless.change) }
            }
        }
        #expect(error?.kind == .interrupted)
        #expect(try connection.count("select count(*) from note") == 0)
    }

    @Test("A task that is cancelled asks no more")
    func cancelled() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try Connection.scratch().read(within: .seconds(600)) {
                try $0.count(Endless.question)
            }
        }
        let error = await #expect(throws: SQLiteError.self) { try await task.value }
        #expect(error?.kind == .interrupted)
    }

    @Test("Many short reads of a cancelled task leave the connection in order")
    func cancelledOften() async throws {
        try await Task {
            let connection = try Connection.scratch()
            withUnsafeCurrentTask { $0?.cancel() }
            // Steps are counted over all runs of a statement, so now and then one is the 10,000th.
            for _ in 0..<12_000 {
                _ = try? connection.read { try $0.count("select 1") }
            }
            #expect(!connection.isInTransaction)
        }.value
    }
}
