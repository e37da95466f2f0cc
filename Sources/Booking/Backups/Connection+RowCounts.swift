import SQLite

extension Connection {
    /// Makes the temporary view that `Reader.rowCounts` asks.
    ///
    /// A table's name can't be bound like a value, so the names are written into the view's text. They
    /// are those that the database itself has, in quotes.
    func prepareToCountRows() throws {
        let tables = try read { reader in
            try reader.all(
                """
                select name
                from sqlite_schema
                where type = 'table' and name not like 'sqlite~_%' escape '~'
                order by name
                """
            ) { try $0.text(0) }
        }
        let counts = tables.map { name in
            "select \(name.quoted(by: "'")), count(*) from \(name.quoted(by: "\""))"
        }
        // Even a view that is gone with the connection counts as writing.
        try script(
            """
            pragma query_only = off;
            create temp view row_count (name, number) as \(counts.joined(separator: " union all "));
            pragma query_only = on;
            """)
    }
}

extension Reader {
    /// How many rows each table has.
    func rowCounts() throws -> [String: Int] {
        let counts = try all("select name, number from row_count") { row in
            (try row.text(0), try row.integer(1))
        }
        return Dictionary(counts) { first, _ in first }
    }
}

extension String {
    /// Between such quotes, with those within doubled.
    fileprivate func quoted(by quote: Character) -> String {
        let quote = String(quote)
        return quote + replacing(quote, with: quote + quote) + quote
    }
}
