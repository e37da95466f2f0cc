import HTTP
import JSON
import Synchronization
import Web

/// What the document of the API says that one route may answer.
final class DeclaredAnswers: Sendable {
    /// What may befall any request, whatever its route says: the `default` of each operation.
    private static let anywhere: Set<String> = Set(
        ["timeout", "overloaded", "read_only", "internal_error"] + Refusal.kinds.map(\.code))

    /// What was made of a declaration before: a thousand tests have the same tables.
    private static let documents = Mutex<[String: JSON]>([:])

    private let route: Route
    private let codes: Set<String>

    init(_ route: Route) {
        self.route = route
        codes = Set((route.problems + route.refusals + route.commonProblems).map(Self.name))
    }

    /// Status and code together, since one of them alone would be half of the promise.
    private static func name(_ problem: Problem) -> String {
        "\(problem.status.code) \(problem.code)"
    }

    func faults(of problem: Problem) -> [String] {
        if DeclaredAnswers.anywhere.contains(problem.code) { return [] }
        let name = DeclaredAnswers.name(problem)
        return codes.contains(name) ? [] : ["the problem \(name)"]
    }

    func faults(of response: Response) -> [String] {
        let document = DeclaredAnswers.document(of: route)
        let path = document["paths"]?[route.template]?[route.method.rawValue.lowercased()]
        guard let answer = path?["responses"]?[String(response.status.code)] else {
            return ["the status \(response.status.code)"]
        }
        return faults(of: response, answer["content"], JSONSchema(in: document))
    }

    private func faults(
        of response: Response, _ content: JSON?, _ schema: JSONSchema
    ) -> [String] {
        guard let content else {
            return response.wholeBody.isEmpty ? [] : ["a body, though it should have none"]
        }
        let type = response.fields[.contentType]?.prefix { $0 != ";" }.description ?? ""
        guard let media = content[type] else { return ["the media type '\(type)'"] }
        guard type.hasSuffix("json"), let rule = media["schema"] else { return [] }
        guard let value = try? JSON.parse(DeclaredAnswers.text(of: response)) else {
            return ["no JSON"]
        }
        return schema.faults(of: value, against: rule)
    }

    /// The body as it was before anybody compressed it.
    private static func text(of response: Response) -> [UInt8] {
        guard response.fields[.contentEncoding] == "gzip" else { return response.wholeBody }
        return gunzip(response.wholeBody, room: 1 << 22) ?? []
    }

    /// Made when it is first asked for: most routes of a test's table never are.
    private static func document(of route: Route) -> JSON {
        let declaration = "\(route.method.rawValue) \(route.template) \(route.summary)"
        if let made = documents.withLock({ $0[declaration] }) { return made }
        let api = APIDescription(title: "", version: "", about: "", publicURL: "")
        let document = OpenAPIDocument(api, [route]).json
        documents.withLock { $0[declaration] = document }
        return document
    }
}
