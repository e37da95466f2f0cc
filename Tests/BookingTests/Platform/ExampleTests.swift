import Foundation
import HTTP
import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The examples of the API's document")
struct ExampleTests {
    /// The committed document, which another test compares with the server's.
    private let document: JSON

    init() throws {
        let file = PackageRoot.file("docs/openapi.json")
        document = try JSON.parse(Array(Data(contentsOf: URL(fileURLWithPath: file))))
    }

    @Test("Every body, answer and message that is JSON has one, and it is what its schema says")
    func valid() {
        let schema = JSONSchema(in: document)
        let contents = DocumentReading(document).contents
        #expect(contents.count > 150)
        for content in contents {
            guard let example = content.json["example"] else {
                Issue.record("\(content.place) has none")
                continue
            }
            let faults = schema.faults(of: example, against: content.json["schema"] ?? [:])
            #expect(faults == [], "\(content.place)")
        }
    }

    @Test("Every parameter has one that is what its schema says")
    func parameters() throws {
        let schema = JSONSchema(in: document)
        for operation in DocumentReading(document).operations {
            for parameter in operation.json["parameters"]?.elements ?? [] {
                let place = "\(operation.id) \(parameter["name"]?.string ?? "")"
                let example = try #require(parameter["example"], "\(place) has none")
                let rule = try #require(parameter["schema"])
                #expect(schema.faults(of: example, against: rule) == [], "\(place)")
            }
        }
    }

    @Test("Every body is taken as it stands: nothing about its form is refused")
    func taken() async throws {
        let house = try await House()
        let admin = try await house.admin()
        for operation in DocumentReading(document).operations {
            let content = operation.json["requestBody"]?["content"]?["application/json"]
            guard let example = content?["example"], operation.path.hasPrefix("/api/v1/"),
                let method = HTTP.Method(rawValue: operation.method.uppercased())
            else { continue }
            let path = operation.path.dropFirst("/api/v1".count)
                .replacing("{id}", with: "019bc0f2-0000-7c3a-9f5e-0a4b6f1c2d3e")
                .replacing("{facilitator_id}", with: "019bc0f2-0000-7c3a-9f5e-0a4b6f1c2d3e")
            let answer = try await house.ask(method, String(path), example, as: admin)
            #expect(
                answer.code != "invalid_request" && answer.code != "malformed_json",
                "\(operation.id): \(answer.json?.text ?? "")")
        }
    }
}
