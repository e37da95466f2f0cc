import HTTP
import JSON
import Web

/// The guide, the reference behind it, and the contents of both.
struct GuideRoutes: Sendable {
    private let pages = MadePages()

    var routes: [Route] {
        [
            contentsRoute,
            pageRoute(
                "/docs/guide/{page}", "Shows a page of the guide",
                "How to do something, with commands that a test runs"),
            pageRoute(
                "/docs/reference/{page}", "Shows a page of the reference",
                "What a part of the server does, to look things up in"),
        ]
    }

    private var contentsRoute: Route {
        Route(
            .get, "/docs/guide", "Shows the contents of the guide", in: .documents,
            access: .everyone, takes: Takes.nothing,
            gives: .response("text/html", about: "What pages there are, and what about")
        ) { call in try await page(at: "/docs/guide").response(to: call.request) }
    }

    private func pageRoute(_ template: String, _ summary: String, _ about: String) -> Route {
        Route(
            .get, template, summary, in: .documents, access: .everyone,
            takes: Takes.path(
                .one(Parameter("page", .text(1...64), "The page's name, as the contents have it"))),
            gives: .response("text/html", about: about)
        ) { call in
            let path: String = template.dropLast("{page}".count) + call.path
            return try await page(at: path).response(to: call.request)
        }
    }

    private func page(at path: String) throws(Problem) -> PreparedText {
        let guide = Guide.embedded
        guard let page = guide.page(at: path) else { throw .notFound }
        return pages.page(path) { GuideFrame(page, of: guide).html }
    }
}
