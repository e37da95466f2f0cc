import HTTP
import JSON
import Testing
import Workbench

@testable import Web

@Suite("What the document says of HTTP itself")
struct ConditionsTests {
    private let reading = DocumentReading(
        OpenAPIDocument(
            APIDescription(title: "", version: "", about: "", publicURL: ""), Harbour.table
        ).json)

    private func fields(_ operation: JSON?) -> [JSON?] {
        guard case .array(let parameters)? = operation?["parameters"] else { return [] }
        return parameters.filter { $0["in"] == "header" }.map { $0["name"] }
    }

    @Test("Who has an answer already can say so, and is told that it is still the same")
    func conditional() {
        let operation = reading["getBoatsMine"]
        #expect(fields(operation) == ["If-None-Match"])
        let responses = operation?["responses"]
        #expect(responses?["200"]?["headers"]?["ETag"]?["required"] == true)
        #expect(responses?["304"]?["headers"]?["ETag"]?["required"] == true)
        #expect(responses?["304"]?["content"] == nil)
    }

    @Test(
        "Nothing is said of that where answers have no tag",
        arguments: ["getRootLedger", "getTide"])
    func untagged(id: String) {
        #expect(fields(reading[id]) == [])
        #expect(reading[id]?["responses"]?["304"] == nil)
    }

    @Test("A change that can be refused as stale takes the tag of what was read")
    func guarded() {
        let route = Route(
            .put, "/boats", "", in: Area("A", ""), access: .everyone, takes: Takes.nothing,
            gives: .noContent, problems: [.preconditionFailed]
        ) { _ in }
        #expect(
            fields(route.operation(Examples([:], components: [:]), ProblemExamples([]))) == [
                "If-Match"
            ])
        #expect(fields(reading["deleteBoatsById"]) == [])
    }

    @Test("Refusals say how one proves who one is, and when to ask again")
    func refusals() {
        let responses = reading["getStormsByKind"]?["responses"]
        #expect(responses?["503"]?["headers"]?["Retry-After"]?["required"] == true)
        #expect(responses?["429"]?["headers"]?["Retry-After"]?["required"] == true)
        #expect(responses?["404"]?["headers"] == nil)
        let refusal = reading["getBoatsMine"]?["responses"]?["401"]
        #expect(refusal?["headers"]?["WWW-Authenticate"]?["required"] == true)
    }
}
