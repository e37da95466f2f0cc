import HTTP
import JSON
import Web

extension Area {
    static let documents = Area("Documents", "What the API is, for people and programs.")
}

/// The routes that serve the API's own document, and the pages that show it. It describes them too, so it is
/// made from a table that has them in it, and then put into one.
struct DocumentRoutes: Sendable {
    private let document: PreparedText
    private let problems: ProblemPages

    init(document: [UInt8], problems: ProblemPages) {
        self.document = PreparedText(document, .json)
        self.problems = problems
    }

    var routes: [Route] {
        [documentRoute, explorerRoute, readingRoute, assetRoute] + GuideRoutes().routes
            + problems.routes
    }

    private static let schema = Answer.dictionary(of: Answer<JSON>.json).document

    private var documentRoute: Route {
        Route(
            .get, "/openapi.json", "Gives the OpenAPI document", in: .documents,
            access: .everyone, takes: Takes.nothing,
            gives: .response(
                "application/json", about: "The OpenAPI 3.1 document of this server",
                schema: DocumentRoutes.schema)
        ) { call in try await document.response(to: call.request) }
    }

    private var explorerRoute: Route {
        Route(
            .get, "/docs", "Documents the API", in: .documents, access: .everyone,
            takes: Takes.nothing,
            gives: .response(
                "application/json", "text/html",
                about: "A page to explore the API with, for browsers; the document, for programs",
                schema: DocumentRoutes.schema)
        ) { call in
            let text =
                AcceptedTypes(call.request.fields).prefersHTML
                ? try PageAssets.page("explorer") : document
            var response = try await text.response(to: call.request)
            response.fields.append(.vary, "Accept")
            return response
        }
    }

    private var readingRoute: Route {
        Route(
            .get, "/redoc", "Shows the whole document on one page", in: .documents,
            access: .everyone, takes: Takes.nothing,
            gives: .response("text/html", about: "A page to be read or printed")
        ) { call in try await PageAssets.page("reading").response(to: call.request) }
    }

    private var assetRoute: Route {
        Route(
            .get, "/docs/assets/{name}", "Gives what the pages are made of", in: .documents,
            access: .everyone,
            takes: Takes.path(.one(Parameter("name", .text(1...64), "The file's name."))),
            gives: .response(
                "text/javascript", "text/css", "image/svg+xml",
                about: "A script, a style or a picture"),
            problems: [.notFound]
        ) { call in
            guard let asset = PageAssets.asset(call.path) else { throw Problem.notFound }
            return try await asset.response(to: call.request)
        }
    }
}
