import HTTP
import Testing

@testable import Web

@Suite("Request ids")
struct RequestIDTests {
    let chain = Chain(RequestID(RequestIDs(process: 0x1234_5678))) { _, context in
        .json(#"{"seen":"\#(context.requestID)"}"#)
    }

    @Test(
        "A decent id of the client's is taken over", arguments: ["a", "Z9._-", "0123456789abcdef"])
    func takenOver(id: String) async throws {
        let response = try await chain.send(.get, "/", [("X-Request-ID", id)])
        #expect(response.fields[.requestID] == id)
        #expect(response.text == #"{"seen":"\#(id)"}"#)
    }

    @Test(
        "An id that could do harm is replaced",
        arguments: ["", "a b", "\"", "a\r\nb", "ä", "a/b", String(repeating: "a", count: 129)])
    func replaced(id: String) async throws {
        let response = try await chain.send(.get, "/", [("x-request-id", id)])
        #expect(response.fields[.requestID] != id)
    }

    @Test("128 characters are not too many")
    func longest() async throws {
        let id = String(repeating: "a", count: 128)
        #expect(
            try await chain.send(.get, "/", [("X-Request-ID", id)]).fields[.requestID] == id)
    }

    @Test("Made ids have fifteen characters, begin alike and differ")
    func made() {
        let ids = RequestIDs(process: 99)
        let made = (0..<1_000).map { _ in ids.next() }
        #expect(Set(made).count == 1_000)
        #expect(Set(made.map { $0.prefix(7) }).count == 1)
        #expect(made.allSatisfy { $0.utf8.count == 15 })
        #expect(made[0] == "000003300000000")
        #expect(made[33] == "000003300000011")
    }
}
