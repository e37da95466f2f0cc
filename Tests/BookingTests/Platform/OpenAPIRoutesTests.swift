import JSON
import Testing
import Workbench

@Suite("The routes of the OpenAPI document")
struct OpenAPIRoutesTests {
    @Test(
        "They serve the document of the table that they are in",
        arguments: ["/openapi.json", "/docs"])
    func document(path: String) async throws {
        let desk = try FrontDesk(.overSocket)
        let answer = try await desk.get(path)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "application/json")
        #expect(answer.json == desk.features.document.json)
        #expect(answer.json?["paths"]?[path] != nil)
    }

    @Test("Who has it already is told so, and gets no body", arguments: Way.allCases)
    func notModified(way: Way) async throws {
        let desk = try FrontDesk(way)
        let tag = try #require(try await desk.get("/openapi.json")["ETag"])
        let again = try await desk.get("/openapi.json", ("If-None-Match", tag))
        #expect(again.status == 304)
        #expect(again["ETag"] == tag)
        #expect(again.body.isEmpty)
        #expect(try await desk.get("/openapi.json", ("If-None-Match", "\"x\"")).status == 200)
    }

    @Test(
        "It is short for those who take it compressed, and the same to the last byte",
        arguments: Way.allCases)
    func compressed(way: Way) async throws {
        let desk = try FrontDesk(way)
        let plain = try await desk.get("/openapi.json")
        let short = try await desk.get("/openapi.json", ("Accept-Encoding", "gzip"))
        #expect(short["Content-Encoding"] == "gzip")
        #expect(short["Vary"] == "Accept-Encoding")
        // Compressed while it is sent it would come in pieces, without a length.
        #expect(short["Content-Length"] == String(short.body.count) || way == .inMemory)
        #expect(short.body.count * 5 < plain.body.count)
        #expect(gunzip(short.body, room: plain.body.count) == plain.body)
        let tag = try #require(short["ETag"])
        let again = try await desk.get(
            "/openapi.json", ("Accept-Encoding", "gzip"), ("If-None-Match", tag))
        #expect(again.status == 304)
    }

    @Test("It does not call itself a text")
    func schema() throws {
        let document = try FrontDesk().features.document.json
        let content = DocumentReading(document)["getRootOpenapiJson"]?["responses"]?["200"]?[
            "content"]?["application/json"]
        #expect(content?["schema"]?["type"] == "object")
    }
}
