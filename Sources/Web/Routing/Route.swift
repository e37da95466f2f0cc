import HTTP
import JSON

/// One operation of the API: where it is, who may call it, what it takes, gives and refuses.
///
/// The declaration is the only way to register an operation, and the documents are made from it, so
/// what is documented is what runs.
package final class Route: Sendable {
    package typealias Run = @Sendable (Request, Context, [String]) async throws -> Response

    package let method: Method
    /// The path with its parameters in braces: `/api/v1/classes/{id}`.
    package let template: String
    package let summary: String
    /// The part of the API that the operation belongs to.
    package let area: Area
    package let access: AccessRule
    /// The refusals that the operation itself may answer, beside those that every route has.
    package let problems: [Problem]
    package let options: RouteOptions
    /// The route's place in the table, so that what is counted for each route needs no dictionary.
    package let number: Int
    let documents: RouteDocuments
    let run: Run

    package init(
        _ method: Method, _ template: String, _ summary: String, _ area: Area,
        _ access: AccessRule, _ problems: [Problem], _ options: RouteOptions, number: Int,
        _ documents: RouteDocuments, _ run: @escaping Run
    ) {
        self.method = method
        self.template = template
        self.summary = summary
        self.area = area
        self.access = access
        self.problems = problems
        self.options = options
        self.number = number
        self.documents = documents
        self.run = run
    }

    /// Whether anything here depends on who calls. A route that is open to all verifies no token and
    /// counts by address.
    package var readsCredentials: Bool { access.readsCredentials }
    /// How whoever may not call is refused.
    package var refusals: [Problem] { documents.refusals }
    package var limit: RatePolicy { options.limit }
    package var timeLimit: Duration? { options.timeLimit }
    package var isTagged: Bool { options.isTagged }

    /// The same route at its place in a table.
    func numbered(_ number: Int) -> Route {
        Route(
            method, template, summary, area, access, problems, options, number: number, documents,
            run)
    }
}
