import Testing
import Time

@testable import SQLite

@Suite("Values")
struct ValueTests {
    private static let schema = """
        create table note (
            id integer primary key, number integer, measure real, words text, bytes blob
        ) strict;
        """

    @Test("Integers come back as they were", arguments: [0, 1, -1, Int64.min, Int64.max])
    func integers(number: Int64) throws {
        let connection = try Connection.scratch(ValueTests.schema)
        try connection.write { try $0.run("insert into note (number) values (\(number))") }
        #expect(try connection.value("select number from note") == .integer(number))
    }

    @Test(
        "Real numbers come back as they were",
        arguments: [
            0, 0.1, -1.5, .pi, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity,
            -.infinity, 7,
        ])
    func reals(number: Double) throws {
        let connection = try Connection.scratch(ValueTests.schema)
        try connection.write { try $0.run("insert into note (measure) values (\(number))") }
        #expect(try connection.value("select measure from note") == .real(number))
    }

    @Test("What is not a number is null, which a column can refuse")
    func notANumber() throws {
        let connection = try Connection.scratch(
            "create table note (measure real constraint measured not null) strict")
        #expect(try connection.value("select \(Double.nan)") == .null)
        #expect(try connection.value("select \(SQLValue.real(.nan))") == .null)
        let error = #expect(throws: SQLiteError.self) {
            try connection.write {
                try $0.run("insert into note (measure) values (\(Double.nan))")
            }
        }
        #expect(error?.constraint?.kind == .notNull)
    }

    @Test(
        "Texts come back as they were",
        arguments: [
            "", " ", "ü", "日本", "👩‍👩‍👧", "𝕏", "a\u{0}b", "\u{0}", "e\u{301}", "\u{FEFF}x", "\u{FFFF}",
            String(repeating: "ä", count: 100_000),
        ])
    func texts(text: String) throws {
        let connection = try Connection.scratch(ValueTests.schema)
        try connection.write { try $0.run("insert into note (words) values (\(text))") }
        let back = try connection.read { reader in
            try reader.first("select words, typeof(words) from note") {
                (try $0.text(0), try $0.text(1))
            }
        }
        // By bytes: Swift takes texts for equal whose characters are composed otherwise.
        #expect(back.map { Array($0.0.utf8) } == Array(text.utf8))
        #expect(back?.1 == "text")
    }

    @Test(
        "Bytes come back as they were",
        arguments: [[], [0], [0, 255, 0], Array(repeating: 0xC3, count: 100_000)])
    func bytes(bytes: [UInt8]) throws {
        let connection = try Connection.scratch(ValueTests.schema)
        try connection.write { try $0.run("insert into note (bytes) values (\(bytes))") }
        #expect(try connection.value("select bytes from note") == .bytes(bytes))
        #expect(
            try connection.read { try $0.first("select bytes from note") { try $0.bytes(0) } }
                == bytes)
    }

    @Test("Truth, moments and nothing come back as they were")
    func others() throws {
        let connection = try Connection.scratch()
        let moment = Instant(milliseconds: -1_234_567)
        let nobody: Int? = nil
        let facts = try connection.read { reader in
            try reader.first("select \(true), \(false), \(moment), \(nobody)") { row in
                (
                    try row.boolean(0), try row.boolean(1), try row.instant(2),
                    try row.integerIfAny(3)
                )
            }
        }
        #expect(facts?.0 == true)
        #expect(facts?.1 == false)
        #expect(facts?.2 == moment)
        #expect(facts?.3 == nil)
    }

    @Test("Text that is no UTF-8 is repaired, not trusted")
    func notUTF8() throws {
        let connection = try Connection.scratch()
        #expect(try connection.value("select cast(x'61ff62' as text)") == .text("a\u{FFFD}b"))
    }

    @Test("A statement keeps no value of the run before")
    func forgotten() throws {
        let connection = try Connection.scratch()
        func ask(_ value: SQLValue) throws -> SQLValue? { try connection.value("select \(value)") }
        for value: SQLValue in [.text("a"), .null, .bytes([]), .integer(1), .text(""), .null] {
            #expect(try ask(value) == value)
        }
    }
}
