import JSON

/// Examples of the problems of a table, each as it would come over the wire. What many operations share stands
/// once in the document: it would be three times as long otherwise.
struct ProblemExamples {
    static let schema = OccurredProblem.answer.document.usage

    /// By code, in the order of their first use.
    private(set) var definitions: [JSON.Member] = []
    /// What the definitions are of, by code.
    private var defined: [String: Problem] = [:]

    init(_ routes: [Route]) {
        for problem in routes.flatMap({ $0.problems + $0.commonProblems })
        where defined[problem.code] == nil {
            defined[problem.code] = problem
            definitions.append(JSON.Member(problem.code, ProblemExamples.example(of: problem)))
        }
    }

    /// The content of a documented refusal, with the problems that it may be.
    func content(_ problems: [Problem]) -> JSON.Member {
        let examples = problems.map { JSON.Member($0.code, usage(of: $0)) }
        return JSON.Member(
            "application/problem+json",
            ["schema": ProblemExamples.schema, "examples": .object(examples)])
    }

    /// A reference; or the example itself, where this operation words the problem in its own way.
    private func usage(of problem: Problem) -> JSON {
        guard let known = defined[problem.code], known.status == problem.status,
            known.title == problem.title, known.detail == problem.detail
        else { return ProblemExamples.example(of: problem) }
        return ["$ref": .string("#/components/examples/\(problem.code)")]
    }

    private static func example(of problem: Problem) -> JSON {
        let occurred = OccurredProblem(problem, requestID: "0f9ad2c7b1e04d63")
        let value = try? JSON.parse(OccurredProblem.answer.bytes(of: occurred))
        return ["value": value ?? .null]
    }
}
