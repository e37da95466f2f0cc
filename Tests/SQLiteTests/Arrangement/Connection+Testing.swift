import Time

@testable import SQLite

extension Connection {
    /// A database of its own with some tables.
    static func scratch(_ schema: String = "") throws -> Connection {
        let connection = try Connection("", .scratch)
        try connection.script(schema)
        return connection
    }

    /// A transaction at a time that doesn't matter.
    @discardableResult
    func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try transaction(at: Instant(seconds: 0), body)
    }

    /// The only value of the only row.
    func value(_ sql: SQL) throws -> SQLValue? {
        try read { try $0.first(sql) { try $0.value(0) } }
    }

    func count(_ sql: SQL) throws -> Int {
        try read { try $0.count(sql) }
    }
}
