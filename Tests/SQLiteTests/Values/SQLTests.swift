import Testing

@testable import SQLite

@Suite("SQL")
struct SQLTests {
    @Test("What is interpolated is bound, whatever is in it")
    func binds() throws {
        let name = "x'); drop table guest; --"
        let sql: SQL = "select \(name), \(7)"
        #expect(sql.text == "select ?, ?")
        #expect(sql.values == [.text(name), .integer(7)])
    }

    @Test("A part brings its text and its values")
    func parts() {
        let free: SQL = "seats >= \(3)"
        let sql: SQL = "select id from session where host = \("Ann") and \(free)"
        #expect(sql.text == "select id from session where host = ? and seats >= ?")
        #expect(sql.values == [.text("Ann"), .integer(3)])
    }

    @Test("Parts may be within parts, and the same one twice")
    func nesting() {
        let even: SQL = "n % \(2) = \(0)"
        let either: SQL = "(\(even) or \(even))"
        let sql: SQL = "select \(1) where \(either) and \(even)"
        #expect(sql.text == "select ? where (n % ? = ? or n % ? = ?) and n % ? = ?")
        #expect(sql.values == [1, 2, 0, 2, 0, 2, 0].map { .integer($0) })
    }

    @Test("Parts are joined by a separator that may have values of its own")
    func joined() {
        let parts: [SQL] = ["a = \(1)", "b", "c = \(2)"]
        let sql = SQL.joined(parts, by: " + \(9) + ")
        #expect(sql.text == "a = ? + ? + b + ? + c = ?")
        #expect(sql.values == [1, 9, 9, 2].map { .integer($0) })
        #expect(SQL.joined([], by: ", ").text == "")
    }

    @Test("A list has a placeholder for each value", arguments: [0, 1, 3])
    func lists(count: Int) {
        let sql = SQL.list(Array(1...3).prefix(count).map { $0 })
        #expect(sql.text == Array(repeating: "?", count: count).joined(separator: ", "))
        #expect(sql.values.count == count)
    }

    @Test("Nothing is bound as null")
    func null() {
        let nobody: String? = nil
        let sql: SQL = "select \(nobody)"
        #expect(sql.values == [.null])
    }

    @Test("An enum of words is bound as its word")
    func words() {
        let sql: SQL = "select \(State.booked), \(State?.none)"
        #expect(sql.values == [.text("booked"), .null])
    }

    @Test("The same literal has the same fingerprint with other values, another text another")
    func fingerprints() {
        func sql(_ number: Int) -> SQL { "select \(number) + \(number)" }
        #expect(sql(1).fingerprint == sql(2).fingerprint)
        let (a, b): (SQL, SQL) = ("a", "b")
        let orders: [SQL] = ["\(a)\(b)", "\(b)\(a)", "\(a)", "\(a)\(a)", "\(a)\(a)\(a)", ""]
        #expect(Set(orders.map(\.fingerprint)).count == orders.count)
    }

    private enum State: String, Bindable {
        case booked
    }
}
