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

    var text: String { TextTable(rows).text }
}
