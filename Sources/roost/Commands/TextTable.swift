/// Rows for a terminal: columns as wide as their widest cell, two blanks apart.
struct TextTable {
    let text: String

    /// All rows have as many cells as the first.
    init(_ rows: [[String]]) {
        let widths = (rows.first ?? []).indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        text = rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return cells.joined(separator: "  ").trimmed + "\n"
        }.joined()
    }
}
