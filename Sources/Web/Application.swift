import HTTP

/// The routes with everything around them: what a server hands its requests to.
package struct Application: Handler {
    private let router: Router
    private let proxies: TrustedProxies
    private let layers: Layers
    private let problems: ProblemResponses
    private let refusals: RefusalAnswers

    package init(
        _ router: Router, proxies: TrustedProxies, layers: [any Middleware],
        problems: ProblemResponses, refusals: RefusalAnswers
    ) {
        self.router = router
        self.proxies = proxies
        self.layers = Layers(layers)
        self.problems = problems
        self.refusals = refusals
    }

    package func handle(_ request: Request) async -> Response {
        let context = Context(
            client: proxies.client(of: request),
            match: router.match(request.method, request.target))
        return await answer(request, context)
    }

    /// Takes a request in through the layers, has it answered, and takes the answer out.
    func answer(_ request: Request, _ context: Context) async -> Response {
        var entered = 0
        var response: Response
        do {
            if let early = try layers.enter(request, context, &entered) {
                response = early
            } else if case .found(let route, let values) = context.match {
                response = try await route.run(request, context, values)
            } else {
                response = try Application.answerWithoutRoute(request, context.match)
            }
        } catch {
            response = problems.response(to: error, request, context)
        }
        layers.leave(request, context, &response, entered: entered)
        return problems.watching(response, context)
    }

    package func refuse(_ refusal: Refusal) -> Response {
        refusals.answer(refusal)
    }

    /// What there is to say where no route is.
    private static func answerWithoutRoute(
        _ request: Request, _ match: RouteMatch
    ) throws -> Response {
        switch match {
        case .otherMethods(let methods):
            let allowed = methods.map(\.rawValue).joined(separator: ", ")
            guard request.method == .options else {
                throw Problem.methodNotAllowed.adding(.allow, allowed)
            }
            return Response(.noContent, ResponseFields([.allow: allowed]))
        case .refused(let refusal):
            throw refusal
        case .nothing, .found:
            throw Problem.noSuchPath
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
