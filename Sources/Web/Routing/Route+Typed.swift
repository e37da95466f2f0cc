import HTTP
import JSON

extension Route {
    /// Declares an operation. The handler gets what the declaration promises and gives what it says;
    /// everything else, up to the last fault of the last field, is answered before it is called.
    ///
    /// The order of the checks is the contract's: 401, 403, then 415, 400 and 422 with the faults of
    /// query and body together, then the 404 of an id that can't exist.
    package convenience init<Subject, Path, Query, Body, Output>(
        _ method: Method, _ template: String, _ summary: String, in area: Area,
        access: Access<Subject>,
        takes inputs: Inputs<Path, Query, Body>,
        gives giving: Giving<Output>,
        problems: [Problem] = [],
        options: RouteOptions = RouteOptions(),
        handler: @escaping @Sendable (Call<Subject, Path, Query, Body>) async throws -> Output
    ) {
        let names = RouteTemplate(template).parameters
        let content = inputs.content
        let (limit, check, decode) = (content.limit, content.check, content.decode)
        let known = giving.keeping.map { _ in KnownAnswers() }
        self.init(
            method, template, summary, area, access.rule, problems, options, number: 0,
            RouteDocuments(inputs, giving, refusals: access.refusals)
        ) { request, context, values in
            let subject = try access.admit(request, context)
            if let answer = known?.answer(to: request) { return answer }
            var faults = Faults()
            let query = try Route.read(inputs.query, of: request, &faults)
            try check(request)
            let bytes = try await request.body.collect(upTo: limit)
            let body = try decode(bytes, request, &faults)
            guard let query, let body, faults.isEmpty else { throw Problem.invalid(faults.all) }
            guard let path = Route.read(inputs.path, names, values) else { throw Problem.notFound }
            let call = Call(
                caller: subject, path: path, query: query, body: body, request: request,
                context: context)
            let value = try await handler(call)
            let answer = giving.respond(value)
            guard let known, let isRight = giving.keeping?(value) else { return answer }
            return known.keep(answer, to: request, while: isRight)
        }
    }

    /// Declares an operation that takes nothing. It has a way of its own because probes are many, and
    /// reading nothing in three generic types costs as much as reading their request.
    package convenience init<Subject, Output>(
        _ method: Method, _ template: String, _ summary: String, in area: Area,
        access: Access<Subject>,
        takes inputs: Inputs<Void, Void, Void>,
        gives giving: Giving<Output>,
        problems: [Problem] = [],
        options: RouteOptions = RouteOptions(),
        handler: @escaping @Sendable (Call<Subject, Void, Void, Void>) async throws -> Output
    ) {
        let (admit, respond) = (access.admit, giving.respond)
        self.init(
            method, template, summary, area, access.rule, problems, options, number: 0,
            RouteDocuments(inputs, giving, refusals: access.refusals)
        ) { request, context, _ in
            let subject = try admit(request, context)
            let call = Call(
                caller: subject, path: (), query: (), body: (), request: request, context: context)
            return respond(try await handler(call))
        }
    }

    private static func read<Query>(
        _ parameters: Parameters<Query>, of request: Request, _ faults: inout Faults
    ) throws(Problem) -> Query? {
        if parameters.documents.isEmpty { return parameters.read({ _ in nil }, &faults) }
        guard let query = HTTP.Query(request.target.query) else { throw .badQuery }
        return parameters.read({ query[$0] }, &faults)
    }

    private static func read<Path>(
        _ parameters: Parameters<Path>, _ names: [String], _ values: [String]
    ) -> Path? {
        var faults = Faults()
        return parameters.read(
            { name in names.firstIndex(of: name).map { values[$0] } }, &faults)
    }
}

extension Problem {
    package static var notFound: Problem {
        Problem(.notFound, "not_found", "There is nothing here under this id.")
    }

    static var invalidRequest: Problem {
        Problem(.unprocessableContent, "invalid_request", "Some of what was sent is not valid.")
    }

    package static var badQuery: Problem {
        Problem(
            .badRequest, "bad_target",
            "The query has a broken escape, a NUL or text that is not UTF-8.")
    }

    /// 422 with every fault.
    package static func invalid(_ faults: [Fault]) -> Problem {
        var problem = Problem.invalidRequest
        if let first = faults.first {
            let more = faults.count > 1 ? " And \(faults.count - 1) more." : ""
            let subject = first.field.isEmpty ? "The body" : first.field
            problem.detail = "\(subject) \(first.detail).\(more)"
        }
        problem.faults = faults
        return problem
    }
}
