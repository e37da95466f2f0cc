import HTTP
import JSON

/// A problem that a request met, as the answer tells it (RFC 9457).
package struct OccurredProblem {
    let problem: Problem
    let requestID: String

    package init(_ problem: Problem, requestID: String) {
        self.problem = problem
        self.requestID = requestID
    }

    /// How it is written and documented.
    static let answer: Answer<OccurredProblem> = .object(
        "Problem",
        [
            .init("type", .text, "Where the problem is explained.") { $0.problem.path },
            .init("title", .text, "What kind of problem it is.") { $0.problem.title },
            .init("status", .integer, "The HTTP status.") { $0.problem.status.code },
            .init("detail", .text, "What went wrong this time.") { $0.problem.detail },
            .init("error", .text, "The same as `detail`.") { $0.problem.detail },
            .init("code", .text, "For programs: it never changes.") { $0.problem.code },
            .init("request_id", .text, "Names the request in the server's log.") { $0.requestID },
            .init("errors", omittable: .array(of: Fault.answer), "Every fault of the request.") {
                $0.problem.faults.isEmpty ? nil : $0.problem.faults
            },
            .init(
                "alternatives", omittable: .array(of: Problem.Alternative.answer),
                "Where time is taken: what else is free, the nearest."
            ) { $0.problem.alternatives.isEmpty ? nil : $0.problem.alternatives },
        ])
}

extension Problem {
    /// The page that explains it.
    package var path: String { "/docs/problems/\(code)" }
}

extension Problem.Alternative {
    static let answer: Answer<Problem.Alternative> = .object(
        "Alternative",
        [
            .init("start_time", .instant, "When it starts.") { $0.start },
            .init("end_time", .instant, "When it ends.") { $0.end },
        ])
}

extension Fault {
    static let answer: Answer<Fault> = .object(
        "Fault",
        [
            .init("pointer", .text, "Where in the body (RFC 6901); `/name` for a parameter.") {
                $0.pointer
            },
            .init("field", .text, "The same place as people write it.") { $0.field },
            .init("code", .text, "For programs: it never changes.") { $0.code },
            .init("detail", .text, "What is wrong: the rest of a sentence.") { $0.detail },
        ])
}
