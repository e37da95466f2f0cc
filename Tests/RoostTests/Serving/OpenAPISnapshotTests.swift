import JSON
import Testing
import Web
import Workbench

@testable import roost

@Suite("The OpenAPI document of the server")
struct OpenAPISnapshotTests {
    let document: OpenAPIDocument

    init() throws {
        let configuration = try Deployment().configuration()
        document =
            try Assembly(configuration: configuration, log: Log(.error, clock: .system) { _ in })
            .features.document
    }

    @Test("It is the committed one")
    func snapshot() {
        expectSnapshot(document.json.prettyText, matches: "docs/openapi.json")
    }

    @Test("A generator of clients does not stumble over it")
    func whole() {
        let reading = DocumentReading(document.json)
        #expect(reading.repeatedIDs == [])
        #expect(reading.brokenReferences == [])
        #expect(reading.misnamedParameters == [])
        #expect(reading.unknownTags == [])
        #expect(document.conflicts == [])
    }

    @Test("Every POST that creates takes an Idempotency-Key, and nothing else does")
    func retries() {
        for operation in DocumentReading(document.json).operations {
            // Clients of events know 200 as the answer to a booking.
            let isCreated = operation.json["responses"]?["201"] != nil
            let creates =
                operation.method == "post"
                && (isCreated || operation.path == "/api/v1/events/{id}/book")
            let fields = operation.parameters(in: "header")
            #expect(
                fields.contains("Idempotency-Key") == creates,
                "\(operation.method) \(operation.path)")
        }
    }
}
