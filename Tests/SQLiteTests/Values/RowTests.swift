import Testing
import Time

@testable import SQLite

@Suite("A row")
struct RowTests {
    private let connection: Connection

    init() throws {
        connection = try .scratch()
    }

    /// What a body says of one row: a number, a real one, a text, bytes and nothing.
    private func row<Value>(_ body: (borrowing Row) throws -> Value) throws -> Value? {
        try connection.read { reader in
            try reader.first("select 7 as number, 1.5 as measure, 'ü', x'00ff', null", body)
        }
    }

    @Test("Each column is read as what it is")
    func right() throws {
        #expect(try row { try $0.integer(0) } == 7)
        #expect(try row { try $0.boolean(0) } == true)
        #expect(try row { try $0.instant(0) } == Instant(milliseconds: 7))
        #expect(try row { try $0.real(1) } == 1.5)
        #expect(try row { try $0.text(2) } == "ü")
        #expect(try row { try $0.bytes(3) } == [0, 255])
        #expect(try row { try $0.isNull(4) } == true)
        #expect(try row { try $0.isNull(0) } == false)
    }

    @Test("A column of another type is an error that names it, never a zero")
    func wrongType() throws {
        let error = #expect(throws: SQLiteError.self) { try row { try $0.text(0) } }
        #expect(error?.kind == .mismatch)
        #expect(error?.message == "column 0 (number) is not a text")
        #expect(throws: SQLiteError.self) { try row { try $0.integer(1) } }
        #expect(throws: SQLiteError.self) { try row { try $0.real(0) } }
        #expect(throws: SQLiteError.self) { try row { try $0.integer(2) } }
        #expect(throws: SQLiteError.self) { try row { try $0.bytes(2) } }
        #expect(throws: SQLiteError.self) { try row { try $0.text(3) } }
    }

    @Test("Null is an error, but for who asks whether there is anything")
    func null() throws {
        #expect(throws: SQLiteError.self) { try row { try $0.integer(4) } }
        #expect(throws: SQLiteError.self) { try row { try $0.real(4) } }
        #expect(throws: SQLiteError.self) { try row { try $0.text(4) } }
        #expect(throws: SQLiteError.self) { try row { try $0.bytes(4) } }
        #expect(try row { try $0.integerIfAny(4) == nil } == true)
        #expect(try row { try $0.instantIfAny(4) == nil } == true)
        #expect(try row { try $0.textIfAny(4) == nil } == true)
        #expect(try row { try $0.integerIfAny(0) } == 7)
        #expect(try row { try $0.textIfAny(2) } == "ü")
        #expect(throws: SQLiteError.self) { try row { try $0.textIfAny(0) } }
    }

    @Test("A column that isn't there is an error", arguments: [-1, 5, .min, .max, 1 << 32])
    func outOfRange(column: Int) throws {
        let error = #expect(throws: SQLiteError.self) { try row { try $0.integer(column) } }
        #expect(error?.message == "there is no column \(column)")
        #expect(throws: SQLiteError.self) { try row { try $0.value(column) } }
        #expect(throws: SQLiteError.self) { try row { try $0.isNull(column) } }
        #expect(throws: SQLiteError.self) { try row { try $0.integerIfAny(column) } }
        #expect(try row { $0.name(column) } == "")
    }

    @Test("Whoever doesn't know the table can ask for everything")
    func anything() throws {
        let all = try row { row in
            try (0..<row.count).map { (row.name($0), try row.value($0)) }
        }
        #expect(all?.map(\.0).prefix(2) == ["number", "measure"])
        #expect(
            all?.map(\.1) == [.integer(7), .real(1.5), .text("ü"), .bytes([0, 255]), .null])
    }
}
