import Web

/// The operations of the API as a table for a terminal.
struct RouteTable {
    private let rows: [[String]]

    init(_ routes: [Route]) {
        rows =
            [["METHOD", "PATH", "ACCESS", "LIMIT", "SUMMARY"]]
            + routes.map { route in
                [
                    route.method.rawValue, route.template, route.access.text,
                    route.limit.rawValue, route.summary,
                ]
            }
    }

    /// Columns as wide as their widest cell, two blanks apart.
    var text: String {
        let widths = rows[0].indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        return rows.map { row in
            let cells = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return cells.joined(separator: "  ").trimmed + "\n"
        }.joined()
    }
}
