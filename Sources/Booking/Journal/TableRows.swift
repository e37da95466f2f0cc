import SQLite

/// The rows of a read table in the order of its key, read some at a time: so two databases can be gone
/// through side by side, however many rows they have.
struct TableRows {
    private static let pageSize = 500

    private let table: ReadTable
    private let reader: Reader
    private(set) var columns: [String] = []
    private var page: [[SQLValue]] = []
    private var place = 0

    init(_ table: ReadTable, _ reader: Reader) {
        self.table = table
        self.reader = reader
    }

    /// The next row, or nil behind the last one.
    mutating func next() throws -> [SQLValue]? {
        if place == page.count {
            guard page.isEmpty || page.count == TableRows.pageSize else { return nil }
            try turn()
            guard !page.isEmpty else { return nil }
        }
        defer { place += 1 }
        return page[place]
    }

    /// Goes on to the next page.
    private mutating func turn() throws {
        var columns: [String] = []
        let rows = try reader.all(nextPage) { row in
            if columns.isEmpty { columns = (0..<row.count).map { row.name($0) } }
            return try (0..<row.count).map { try row.value($0) }
        }
        if !columns.isEmpty { self.columns = columns }
        page = rows
        place = 0
    }

    private var nextPage: SQL {
        guard let last = page.last else {
            return """
                select *
                from \(table.sql)
                order by \(table.keySQL)
                limit \(TableRows.pageSize)
                """
        }
        return """
            select *
            from \(table.sql)
            where (\(table.keySQL)) > (\(SQL.list(key(of: last))))
            order by \(table.keySQL)
            limit \(TableRows.pageSize)
            """
    }

    /// The values of a row that tell it from the others.
    func key(of row: [SQLValue]) -> [SQLValue] {
        table.key.map { name in
            columns.firstIndex { $0 == "\(name)" }.map { row[$0] } ?? .null
        }
    }

    /// The key as people read it: `id 'x'`.
    func keyText(of row: [SQLValue]) -> String {
        zip(table.key, key(of: row)).map { "\($0) \($1.shown)" }.joined(separator: ", ")
    }
}
