import HTTP
import JSON
import Web

/// A page for each problem that the server may answer: where `type` of a problem document leads.
struct ProblemPages: Sendable {
    /// A problem, and the operations that name it as their own.
    private struct Entry {
        let problem: Problem
        var operations: [String] = []
    }

    private let pages: [String: HTMLPage]

    init(_ routes: [Route]) {
        var entries = Problem.general.map { Entry(problem: $0) }
        let general = Set(entries.map(\.problem.code))
        for route in routes {
            let refusals = route.refusals.filter { !general.contains($0.code) }
            for problem in route.problems + refusals {
                let name = "\(route.method.rawValue) \(route.template)"
                if let place = entries.firstIndex(where: { $0.problem.code == problem.code }) {
                    entries[place].operations.append(name)
                } else {
                    entries.append(Entry(problem: problem, operations: [name]))
                }
            }
        }
        let pairs = entries.map { ($0.problem.code, ProblemPages.page($0)) }
        pages = Dictionary(pairs) { first, _ in first }
    }

    var route: Route {
        Route(
            .get, "/docs/problems/{code}", "Explains a problem", in: .documents, access: .everyone,
            takes: Takes.path(
                .one(Parameter("code", .text(1...64), "The problem's `code`"))),
            gives: .response("text/html", about: "What it means, and where it comes from")
        ) { call in
            guard let page = pages[call.path] else { throw Problem.notFound }
            return page.response()
        }
    }

    private static func page(_ entry: Entry) -> HTMLPage {
        let problem = entry.problem
        let status = "\(problem.status.code) \(problem.status.reason)"
        let operations = entry.operations.map { "<li><code>\($0.escapedForHTML)</code></li>" }
        let origin =
            operations.isEmpty
            ? "<p>Any operation may answer it.</p>"
            : "<p>Answered by:</p><ul>\(operations.joined())</ul>"
        return HTMLPage(
            title: problem.code,
            body: """
                <h1><code>\(problem.code.escapedForHTML)</code></h1>\
                <p>Status \(status.escapedForHTML)</p>\
                <p>\(problem.detail.escapedForHTML)</p>\(origin)\
                <p><a href="/docs">All documents</a></p>
                """)
    }
}
