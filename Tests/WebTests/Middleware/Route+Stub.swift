import HTTP

@testable import Web

extension Route {
    /// A route that is there to be matched; the test's chain answers in its place.
    static func stub(
        _ method: Method, _ template: String, limit: RatePolicy = .default,
        timeLimit: Duration? = nil, access: AccessRule = .everyoneOrUser, isTagged: Bool = true,
        number: Int = 0
    ) -> Route {
        let options = RouteOptions(limit: limit, timeLimit: timeLimit, isTagged: isTagged)
        let documents = RouteDocuments(Takes.nothing, Giving<Void>.noContent)
        return Route(
            method, template, "", Area("Tests", ""), access, [], options, number: number, documents
        ) { _, _, _ in Response(.noContent) }
    }

    /// The same route with another answer.
    func answering(_ answer: @escaping Chain.Endpoint) -> Route {
        Route(
            method, template, summary, area, access, problems, options, number: number, documents
        ) { request, context, _ in try await answer(request, context) }
    }
}

extension Application {
    /// An application without routes, whose tests bring what was matched.
    static func ofTests(layers: [any Middleware], log: Log) -> Application {
        Application(
            Router(), proxies: TrustedProxies([]), layers: layers,
            problems: ProblemResponses(log: log),
            refusals: RefusalAnswers(
                ids: RequestIDs(process: 1), headers: SecurityHeaders(.http), log: nil))
    }
}
