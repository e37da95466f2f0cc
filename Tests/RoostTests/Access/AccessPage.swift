import Web

@testable import Booking

/// `docs/access.md`: the matrix for people.
struct AccessPage {
    let matrix: AccessMatrix

    var text: String {
        ([AccessPage.introduction] + areas.map(section) + [AccessPage.grants])
            .joined(separator: "\n")
    }

    private static let introduction = """
        # Who may call what

        Each operation of the API, what it declares that a caller needs, and what it said to somebody of each
        kind who came to it. `yes` is past the door: behind it the body may still have faults, the thing may
        not be there, or it may be somebody else's. `401` and `403` are the door itself.

        *anonymous* brings no token. *public*, *client*, *instructor*, *facilitator* and *admin* have the role
        of that name and what it grants on a new server. *suspended* was a client, and brings the token from
        before. "Self or" a permission has two lines: for one's own account and for another's. `/metrics` is
        shown as it is where `METRICS_TOKEN` is set.

        A test makes this page by asking all of them, and fails where an operation isn't what it declares:
        `UPDATE_SNAPSHOTS=1 swift test --filter AccessMatrix` writes it anew.

        """

    private var areas: [Area] {
        var areas: [Area] = []
        for row in matrix.rows where !areas.contains(row.route.area) {
            areas.append(row.route.area)
        }
        return areas
    }

    private func section(_ area: Area) -> String {
        let rows = matrix.rows.filter { $0.route.area == area }.map { row in
            [row.title, row.route.access.text]
                + Visitor.allCases.map { row.passages[$0]?.rawValue ?? "" }
        }
        let heads = ["Operation", "Needs"] + Visitor.allCases.map(\.rawValue)
        return "## \(area.name)\n\n" + AccessPage.table(heads, rows)
    }

    /// What the built-in roles may do, since the doors ask for permissions and not for roles.
    private static var grants: String {
        let rows = Permission.all.map { permission in
            ["`\(permission.name)`"]
                + BuiltInRole.allCases.map {
                    $0.facts.permissions.contains(permission) ? "yes" : ""
                }
        }
        let heads = ["Permission"] + BuiltInRole.allCases.map(\.rawValue)
        return "## What the roles grant on a new server\n\n" + table(heads, rows)
    }

    private static func table(_ heads: [String], _ rows: [[String]]) -> String {
        let lines = ["|" + heads.map { _ in "---|" }.joined()]
        return ([row(heads)] + lines + rows.map(row)).map { $0 + "\n" }.joined()
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}
