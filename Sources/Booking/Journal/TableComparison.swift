import SQLite

/// Goes through a read table as the journal makes it, and as the database holds it.
struct TableComparison {
    private let table: ReadTable
    private var replayed: TableRows
    private var held: TableRows

    init(of table: ReadTable, replayed: Reader, held: Reader) {
        self.table = table
        self.replayed = TableRows(table, replayed)
        self.held = TableRows(table, held)
    }

    /// How many rows there are, the same in both; throws the first difference.
    mutating func count() throws -> Int {
        var count = 0
        while true {
            switch (try replayed.next(), try held.next()) {
            case (nil, nil): return count
            case (let mine?, nil): throw missing(mine)
            case (nil, let its?): throw surplus(its)
            case (let mine?, let its?): try compare(mine, its)
            }
            count += 1
        }
    }

    private func compare(_ mine: [SQLValue], _ its: [SQLValue]) throws(Discrepancy) {
        let (myKey, itsKey) = (replayed.key(of: mine), held.key(of: its))
        if myKey.precedes(itsKey) { throw missing(mine) }
        if itsKey.precedes(myKey) { throw surplus(its) }
        for (index, column) in replayed.columns.enumerated()
        where !mine[index].isSame(as: its[index]) {
            throw difference(
                replayed.keyText(of: mine),
                .value(column: column, replayed: mine[index], held: its[index]))
        }
    }

    private func missing(_ row: [SQLValue]) -> Discrepancy {
        difference(replayed.keyText(of: row), .missing)
    }

    private func surplus(_ row: [SQLValue]) -> Discrepancy {
        difference(held.keyText(of: row), .surplus)
    }

    private func difference(_ key: String, _ kind: RowDifference.Kind) -> Discrepancy {
        .row(RowDifference(table: "\(table.name)", key: key, kind: kind))
    }
}
