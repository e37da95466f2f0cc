import HTTP
import JSON
import Web

/// A page for each problem that the server may answer, where `type` of a problem document leads, and one
/// that lists them.
struct ProblemPages: Sendable {
    private let entries: [ProblemEntry]
    private let pages = MadePages()

    init(_ routes: [Route]) {
        entries = ProblemEntry.all(of: routes)
    }

    var routes: [Route] { [listRoute, route] }

    private var listRoute: Route {
        Route(
            .get, "/docs/problems", "Lists the problems", in: .documents, access: .everyone,
            takes: Takes.nothing,
            gives: .response("text/html", about: "Every code, by its status")
        ) { call in
            let page = pages.page("/docs/problems") {
                ProblemFrame(entries: entries, entry: nil).html
            }
            return try await page.response(to: call.request)
        }
    }

    private var route: Route {
        Route(
            .get, "/docs/problems/{code}", "Explains a problem", in: .documents, access: .everyone,
            takes: Takes.path(
                .one(Parameter("code", .text(1...64), "The problem's `code`"))),
            gives: .response(
                "text/html", about: "What it means, when it comes, what to do, and where from")
        ) { call in
            guard let entry = entries.first(where: { $0.code == call.path }) else {
                throw Problem.notFound
            }
            let page = pages.page(call.path) {
                ProblemFrame(entries: entries, entry: entry).html
            }
            return try await page.response(to: call.request)
        }
    }
}
