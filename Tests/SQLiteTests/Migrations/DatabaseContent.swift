@testable import SQLite

/// The shape of a database and every row in it, but for the list of its migrations.
struct DatabaseContent: Equatable {
    /// What made each table, index and trigger, without blanks and quotes: altering a table changes those.
    let schema: [String]
    let rows: [String: [[SQLValue]]]

    init(of connection: Connection) throws {
        schema = try connection.read { reader in
            try reader.all(
                """
                select type || ' ' || name || ': ' || ifnull(sql, 'made by SQLite')
                from sqlite_schema
                where name <> 'migration'
                order by type, name
                """
            ) { try $0.text(0).filter { !$0.isWhitespace && $0 != "\"" } }
        }
        let tables = try connection.read { reader in
            try reader.all(
                """
                select name
                from sqlite_schema
                where type = 'table' and name not in ('migration', 'sqlite_stat1', 'sqlite_stat4')
                """
            ) { try $0.text(0) }
        }
        rows = try tables.reduce(into: [:]) { rows, table in
            rows[table] = try DatabaseContent.rows(of: table, connection)
        }
    }

    /// A name can't become SQL text but by a script, so a view stands for the table.
    private static func rows(of table: String, _ connection: Connection) throws -> [[SQLValue]] {
        try connection.script(
            """
            create temp view shown as select * from main."\(table)";
            """)
        defer { try? connection.script("drop view temp.shown") }
        return try connection.read { reader in
            try reader.all("select * from shown") { row in
                try (0..<row.count).map { column throws(SQLiteError) in try row.value(column) }
            }.sorted { "\($0)" < "\($1)" }
        }
    }
}
