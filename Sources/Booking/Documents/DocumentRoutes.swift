import HTTP
import JSON
import Web

extension Area {
    static let documents = Area("Documents", "What the API is, for people and programs.")
}

/// The routes that serve the API's own document, and the pages that show it. It describes them too, so it is
/// made from a table that has them in it, and then put into one.
struct DocumentRoutes: Sendable {
    let document: [UInt8]
    let problems: ProblemPages

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
        ) { _ in json }
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
            var response =
                AcceptedTypes(call.request.fields).prefersHTML
                ? try PageAssets.page("explorer") : json
            response.fields.append(.vary, "Accept")
            return response
        }
    }

    private var readingRoute: Route {
        Route(
            .get, "/redoc", "Shows the whole document on one page", in: .documents,
            access: .everyone, takes: Takes.nothing,
            gives: .response("text/html", about: "A page to be read or printed")
        ) { _ in try PageAssets.page("reading") }
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
            return asset
        }
    }

    private var json: Response {
        Response(.ok, .json, body: .bytes(document))
    }
}
