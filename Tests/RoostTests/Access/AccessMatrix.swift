import Web

/// Who came past the door of which route.
struct AccessMatrix: Sendable {
    struct Row: Sendable {
        let route: Route
        let whose: Whose?
        let passages: [Visitor: Passage]
    }

    let rows: [Row]

    init(rows: [Row]) {
        self.rows = rows
    }

    /// Sends everybody to every route.
    init(_ server: OpenedServer) async throws {
        let guests = try await server.guests()
        var rows: [Row] = []
        for route in server.routes {
            for whose in route.access.readings {
                var passages: [Visitor: Passage] = [:]
                for guest in guests {
                    passages[guest.visitor] = try await server.passage(of: guest, to: route, whose)
                }
                rows.append(Row(route: route, whose: whose, passages: passages))
            }
        }
        self.rows = rows
    }

    /// Where a door isn't what its route declares, in words.
    var contradictions: [String] {
        rows.flatMap { row in
            row.passages.compactMap { visitor, passage in
                let expected = row.route.access.expected(of: visitor, asking: row.whose)
                return expected.contains(passage)
                    ? nil : "\(row.title) says \(passage.rawValue) to \(visitor.rawValue)"
            }
        }.sorted()
    }
}

extension AccessMatrix.Row {
    var title: String {
        let operation = "`\(route.method.rawValue) \(route.template)`"
        return whose.map { "\(operation), \($0.rawValue)" } ?? operation
    }
}

extension AccessRule {
    /// What a path may name, where that decides.
    fileprivate var readings: [Whose?] {
        if case .selfOrPermission = self { return Whose.allCases }
        return [nil]
    }
}
