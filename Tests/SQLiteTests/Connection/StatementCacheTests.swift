import Testing

@testable import SQLite

@Suite("Prepared statements")
struct StatementCacheTests {
    private let connection: Connection
    private let compiled = Compiled()

    init() throws {
        connection = try .scratch("create table note (n integer) strict")
        connection.onCompile = { [compiled] in compiled.texts.append($0) }
    }

    private final class Compiled {
        var texts: [String] = []
    }

    private func sum(_ a: Int, _ b: Int) throws -> Int {
        try connection.count("select \(a) + \(b)")
    }

    @Test("A literal is compiled once, whatever its values")
    func once() throws {
        #expect(try sum(1, 2) == 3)
        #expect(try sum(3, 4) == 7)
        #expect(compiled.texts == ["select ? + ?"])
    }

    @Test("A part makes another statement of the same literal")
    func parts() throws {
        func ask(_ part: SQL) throws -> Int { try connection.count("select 2 \(part) 3") }
        #expect(try ask("+") == 5)
        #expect(try ask("*") == 6)
        #expect(try ask("+ \(4) *") == 14)
        #expect(try ask("+") == 5)
        #expect(compiled.texts == ["select 2 + 3", "select 2 * 3", "select 2 + ? * 3"])
    }

    @Test("Equal fingerprints of other texts are told apart")
    func collisions() {
        func sql(_ pieces: SQL.Piece...) -> SQL { SQL(pieces: pieces, fingerprint: 1) }
        let asked = sql(.text("select "), .text("1"))
        #expect(asked.hasSameText(as: sql(.text("select "), .text("1"))))
        let others = [
            sql(.text("select "), .text("2")), sql(.text("1"), .text("select ")),
            sql(.text("select ")), sql(.text("select "), .value(.integer(1))), sql(),
        ]
        for other in others { #expect(!asked.hasSameText(as: other)) }
    }

    @Test("A statement that is kept keeps nothing of what it was run with")
    func withoutValues() {
        let sql: SQL = "select \("secret"), \(1)"
        #expect(sql.withoutValues.hasSameText(as: sql))
        #expect(sql.withoutValues.values == [.null, .null])
    }

    @Test("A question may be asked again while its rows are read")
    func nested() throws {
        try connection.write { try $0.run("insert into note (n) values (1), (2), (3)") }
        let pairs = try connection.read { reader in
            func numbers(from least: Int) throws -> [Int] {
                try reader.all("select n from note where n >= \(least) order by n") { row in
                    let n = try row.integer(0)
                    return n * 10 + (n < 3 ? try numbers(from: n + 1).count : 0)
                }
            }
            return try numbers(from: 1)
        }
        #expect(pairs == [12, 21, 30])
    }

    @Test("A question that failed in the middle of its rows can be asked again")
    func failed() throws {
        try connection.write { try $0.run("insert into note (n) values (1), (2)") }
        func first() throws -> Int? {
            try connection.read {
                try $0.first("select n from note order by n") { row in
                    guard try row.integer(0) < 1 else { throw Stop() }
                    return 0
                }
            }
        }
        for _ in 1...3 {
            #expect(throws: Stop.self) { try first() }
        }
        #expect(compiled.texts.filter { $0.hasPrefix("select") }.count == 1)
        // Had it been left at a row, the table would be locked.
        try connection.script("drop table note")
    }

    @Test("A change that failed can be made again with other values")
    func failedChange() throws {
        try connection.script("create unique index note_n on note (n)")
        func add(_ n: Int) throws {
            try connection.write { try $0.run("insert into note (n) values (\(n))") }
        }
        try add(1)
        #expect(throws: SQLiteError.self) { try add(1) }
        try add(2)
        #expect(try connection.count("select count(*) from note") == 2)
    }

    /// Another statement for each number.
    private func askSomething(_ number: Int) throws {
        let digits: [SQL] = (0..<11).map { number >> $0 & 1 == 0 ? " + 0" : " + 1" }
        let sum = try connection.count("select 0\(SQL.joined(digits, by: ""))")
        #expect(sum == number.nonzeroBitCount)
    }

    @Test("There are never more than the cache holds")
    func bounded() throws {
        for number in 0..<600 { try askSomething(number) }
        #expect(compiled.texts.count == 600)
        #expect(connection.cachedStatements <= 512)
        compiled.texts = []
        try askSomething(599)
        #expect(compiled.texts.count == 0)
        try askSomething(0)
        #expect(compiled.texts.count == 1)
    }

    @Test("A statement whose rows are read outlives the emptying of the cache")
    func inUse() throws {
        func sum(_ body: (Int) throws -> Void) throws -> Int {
            var sum = 0
            try connection.rows("select 1 union all select 2 union all select 3") { row in
                sum += try row.integer(0)
                try body(sum)
                return .more
            }
            return sum
        }
        let first = try sum { sum in
            for number in 0..<200 { try askSomething(sum * 200 + number) }
        }
        #expect(first == 6)
        compiled.texts = []
        #expect(try sum { _ in } == 6)
        #expect(compiled.texts == [])
    }

    @Test("A table that changes its shape changes what its questions answer")
    func shapes() throws {
        func names() throws -> [String] {
            try connection.read { reader in
                try reader.first("select * from note") { row in
                    (0..<row.count).map { row.name($0) }
                } ?? []
            }
        }
        try connection.write { try $0.run("insert into note (n) values (1)") }
        #expect(try names() == ["n"])
        try connection.script("alter table note add column words text")
        #expect(try names() == ["n", "words"])
    }

    private struct Stop: Error {}
}
