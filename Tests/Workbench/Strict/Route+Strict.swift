import HTTP
import JSON
import Testing
import Web

extension [Route] {
    /// The same table, where a route that answers what its documents don't tell fails the test and is
    /// answered with 500. Tests ask no other.
    package var strict: [Route] { map { $0.strict { Issue.record(Comment(rawValue: $0)) } } }
}

extension Route {
    /// The same route, which reports what it answers and does not declare.
    package func strict(_ report: @escaping @Sendable (String) -> Void) -> Route {
        let declared = DeclaredAnswers(self)
        let name = "\(method.rawValue) \(template)"
        return surrounded { run in
            { request, context, values in
                let faults: [String]
                do {
                    let response = try await run(request, context, values)
                    faults = declared.faults(of: response)
                    if faults.isEmpty { return response }
                } catch let problem as Problem {
                    faults = declared.faults(of: problem)
                    if faults.isEmpty { throw problem }
                }
                report("\(name) answers what it does not declare: \(faults)")
                throw UndeclaredAnswer(faults: faults)
            }
        }
    }
}
