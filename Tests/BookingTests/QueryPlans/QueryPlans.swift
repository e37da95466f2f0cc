import Migrations
import Time
import Workbench

@testable import SQLite

/// How SQLite answers the questions that stores ask, on a database as a server has it
/// (https://www.sqlite.org/eqp.html).
struct QueryPlans {
    struct Plan {
        let sql: String
        let steps: [String]
    }

    let plans: [Plan]

    /// Has a body ask everything, and looks at the plan of each question.
    init(of questions: (Transaction) throws -> Void) throws {
        let folder = try TemporaryFolder()
        let connection = try Connection("\(folder.path)/test.db", .create)
        try Migrator(Migration.embedded).migrate(connection, at: Instant(milliseconds: 0))
        let asked = Notes<String>()
        connection.onCompile = { asked.add($0) }
        try connection.transaction(at: Instant(milliseconds: 0), questions)
        connection.onCompile = nil
        plans = try Set(asked.all).sorted().map { sql in
            Plan(sql: sql, steps: try QueryPlans.steps(of: sql, on: connection))
        }
    }

    private static func steps(of sql: String, on connection: Connection) throws -> [String] {
        let statement = try Statement("explain query plan \(sql)", on: connection.handle)
        var steps: [String] = []
        while try statement.step() { steps.append(try Row(statement).text(3)) }
        return steps
    }

    /// Every question with its plan behind it.
    var text: String {
        plans.map { plan in
            let steps = plan.steps.isEmpty ? ["(nothing to plan)"] : plan.steps
            return ([plan.sql] + steps.map { "    -- \($0)" }).joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    /// Those that go through a whole table, or sort what they found.
    var slow: [Plan] {
        plans.filter { plan in
            plan.steps.contains { step in
                step.hasPrefix("SCAN") && !step.contains("CONSTANT ROW") && !step.isSearchOfText
                    || step.contains("TEMP B-TREE")
            }
        }
    }
}

extension String {
    /// Whether an index of texts is asked for a pattern, or for one row: it shows as a scan of what the
    /// index gives (FTS5's plans have an M for `match` and an = for a rowid).
    fileprivate var isSearchOfText: Bool {
        guard let plan = split(separator: "VIRTUAL TABLE INDEX ").last, plan != self else {
            return false
        }
        return plan.contains("M") || plan.contains("=")
    }
}
