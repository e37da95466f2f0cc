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
}
