import HTTP
import JSON
import Web

extension Area {
    static let documents = Area("Documents", "What the API is, for people and programs.")
}

/// The routes that serve the API's own document. It describes them too, so it is made from a table
/// that has them in it, and then put into one.
struct DocumentRoutes: Sendable {
    let document: [UInt8]
    let problems: ProblemPages

    var routes: [Route] {
        [
            serve("/openapi.json", "Gives the OpenAPI document"),
            serve("/docs", "Documents the API"), problems.route,
        ]
    }

    private func serve(_ path: String, _ summary: String) -> Route {
        Route(
            .get, path, summary, in: .documents, access: .everyone, takes: Takes.nothing,
            gives: .response(
                "application/json", about: "The OpenAPI 3.1 document of this server",
                schema: Answer.dictionary(of: Answer<JSON>.json).document)
        ) { _ in
            Response(.ok, .json, body: .bytes(document))
        }
    }
}
