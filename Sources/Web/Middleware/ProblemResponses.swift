import HTTP

/// Turns what was thrown into an answer (RFC 9457), so that every layer sees answers only.
package struct ProblemResponses: Sendable {
    private let log: Log
    private let translate: @Sendable (any Error) -> Problem?

    /// `translate` knows what the errors of parts below mean to a client, such as the storage's.
    package init(log: Log, translate: @escaping @Sendable (any Error) -> Problem? = { _ in nil }) {
        self.log = log
        self.translate = translate
    }

    func response(to error: any Error, _ request: Request, _ context: Context) -> Response {
        if let problem = Problem(error) ?? translate(error) {
            return ProblemResponses.response(for: problem, requestID: context.requestID)
        }
        // A client that has left cancels the task too; then the answer goes where no one reads it.
        if request.exchange.isOutOfTime {
            return ProblemResponses.response(for: .timeout, requestID: context.requestID)
        }
        if Task.isCancelled { return ProblemResponses.clientLeft }
        log.error(
            "A request failed without a problem", of: context.requestID, context.template, error)
        return ProblemResponses.response(for: .internalError, requestID: context.requestID)
    }

    /// The same answer, whose stream leaves a line in the log when it fails: its status has gone out by
    /// then, and cutting it off is all that the client gets to know.
    func watching(_ response: Response, _ context: Context) -> Response {
        guard case .stream(let length, let produce) = response.body else { return response }
        let (log, id, template) = (log, context.requestID, context.template)
        var watched = response
        watched.body = .stream(length: length) { sink in
            do {
                try await produce(sink)
            } catch {
                let isOver = error is ClientGone || error is CancellationError
                if !isOver { log.error("A stream failed", of: id, template, error) }
                throw error
            }
        }
        return watched
    }

    /// What nobody reads. The number is nginx's for it, so that logs tell it from faults of ours.
    private static let clientLeft = Response(Status(499))

    /// The answer that tells of a problem, for layers and for what never gets to them.
    package static func response(for problem: Problem, requestID: String) -> Response {
        var fields = ResponseFields()
        fields.reserve(512)
        fields.append(.contentType, "application/problem+json")
        fields.append(problem.fields)
        if let (name, value) = owed(problem), !problem.fields.contains(name) {
            fields.append(name, value)
        }
        let occurred = OccurredProblem(problem, requestID: requestID)
        let body = OccurredProblem.answer.bytes(of: occurred, reserving: 384)
        return Response(problem.status, fields, body: .bytes(body))
    }

    /// The field without which a status is not complete (RFC 9110 sections 11.6.1 and 10.2.3).
    private static func owed(_ problem: Problem) -> (name: FieldName, value: String)? {
        switch problem.status {
        case .unauthorized: (.wwwAuthenticate, "Bearer")
        case .tooManyRequests: (.retryAfter, "1")
        case .serviceUnavailable: (.retryAfter, "5")
        default: nil
        }
    }
}

extension Problem {
    package static var timeout: Problem {
        Problem(.gatewayTimeout, "timeout", "The request took too long.")
            .saying("The request took too long and was given up.")
    }
}

extension Log {
    /// What went wrong inside, for whoever looks up the request's id.
    fileprivate func error(_ message: String, of id: String, _ route: String, _ error: any Error) {
        self.error(
            message,
            [
                "request_id": id, "route": route, "error": "\(type(of: error))",
                "description": "\(error)",
            ])
    }
}
