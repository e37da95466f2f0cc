import HTTP
import Web

/// A code, with every status under which it is answered and the operations that do.
struct ProblemEntry: Sendable {
    /// A problem under one status.
    struct Occasion: Sendable {
        let problem: Problem
        var operations: [Route] = []
    }

    let code: String
    var occasions: [Occasion]

    /// Every problem of these routes and those that any request may meet, in the order of their codes.
    static func all(of routes: [Route]) -> [ProblemEntry] {
        var entries: [String: ProblemEntry] = [:]
        for problem in Problem.general {
            entries[problem.code] = ProblemEntry(
                code: problem.code, occasions: [Occasion(problem: problem)])
        }
        for route in routes {
            for problem in route.problems + route.commonProblems + badTokens(of: route) {
                let new = ProblemEntry(code: problem.code, occasions: [])
                entries[problem.code, default: new].add(problem, of: route)
            }
        }
        return entries.values.map(\.inOrder).sorted { $0.code < $1.code }
    }

    /// Where it matters who calls, a token that isn't good is refused, and not ignored.
    private static func badTokens(of route: Route) -> [Problem] {
        switch route.access {
        case .everyone, .whoever, .token: []
        case .everyoneOrUser, .user, .permission, .selfOrPermission: [.invalidToken]
        }
    }

    /// Whether any request may meet it, whatever it asks for: one that can't even be read, or one that meets
    /// what no operation names as its own.
    var isAnybodys: Bool {
        Refusal.kinds.contains { $0.code == code } || occasions.allSatisfy(\.operations.isEmpty)
    }

    private var inOrder: ProblemEntry {
        var copy = self
        copy.occasions.sort { $0.problem.status.code < $1.problem.status.code }
        return copy
    }

    private mutating func add(_ problem: Problem, of route: Route) {
        let status = problem.status.code
        if let place = occasions.firstIndex(where: { $0.problem.status.code == status }) {
            let isNew = occasions[place].operations.last !== route
            if isNew { occasions[place].operations.append(route) }
        } else {
            occasions.append(Occasion(problem: problem, operations: [route]))
        }
    }
}
