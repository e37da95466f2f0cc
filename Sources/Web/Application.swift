import HTTP

/// The routes with everything around them: what a server hands its requests to.
package struct Application: Handler {
    private let router: Router
    private let proxies: TrustedProxies
    private let layers: Layers
    private let refusals: RefusalAnswers

    package init(
        _ router: Router, proxies: TrustedProxies, layers: [any Middleware],
        problems: ProblemResponses, refusals: RefusalAnswers
    ) {
        self.router = router
        self.proxies = proxies
        self.refusals = refusals
        self.layers = Layers(layers, problems: problems, endpoint: Application.answer)
    }

    package func handle(_ request: Request) async -> Response {
        let context = Context(
            client: proxies.client(of: request),
            match: router.match(request.method, request.target))
        return await layers.handle(request, context)
    }

    package func refuse(_ refusal: Refusal) -> Response {
        refusals.answer(refusal)
    }

    /// What stands below every layer: the route, or what there is to say where there is none.
    private static func answer(
        _ request: Request, _ context: Context
    ) async throws -> Response {
        switch context.match {
        case .found(let route, let values):
            return try await route.run(request, context, values)
        case .otherMethods(let methods):
            let allowed = methods.map(\.rawValue).joined(separator: ", ")
            guard request.method == .options else {
                throw Problem.methodNotAllowed.adding(.allow, allowed)
            }
            return Response(.noContent, ResponseFields([.allow: allowed]))
        case .nothing:
            throw Problem.noSuchPath
        case .refused(let refusal):
            throw refusal
        }
    }
}

extension Problem {
    package static var methodNotAllowed: Problem {
        Problem(.methodNotAllowed, "method_not_allowed", "This path has no such method.")
    }

    package static var noSuchPath: Problem {
        Problem(.notFound, "no_such_path", "There is nothing at this path.")
    }
}
