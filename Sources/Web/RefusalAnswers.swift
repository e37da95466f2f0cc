import HTTP

/// Answers what could not be read as a request: it has no route and passes no layer, yet its answer is
/// a problem document like any other, has an id, and leaves a line in the log.
package struct RefusalAnswers: Sendable {
    private let ids: RequestIDs
    private let headers: SecurityHeaders
    private let log: Log?

    package init(ids: RequestIDs, headers: SecurityHeaders, log: Log?) {
        self.ids = ids
        self.headers = headers
        self.log = log
    }

    func answer(_ refusal: Refusal) -> Response {
        let id = ids.next()
        var response = ProblemResponses.response(for: Problem(refusal), requestID: id)
        response.fields.append(.requestID, id)
        headers.protect(&response, method: .get)
        log?.info(
            "refused",
            ["status": "\(refusal.status.code)", "code": refusal.code, "request_id": id])
        return response
    }
}
