import Testing

@testable import Web

@Suite("A server-sent event")
struct ServerSentEventTests {
    @Test("It has an id, one line of data, and an empty line behind it")
    func event() {
        let bytes = ServerSentEvent.event(id: 42, Array(#"{"a":1}"#.utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == "id: 42\ndata: {\"a\":1}\n\n")
    }

    @Test("The time to wait, and a sign of life, are no events")
    func others() {
        #expect(
            String(decoding: ServerSentEvent.retry(after: 3_000), as: UTF8.self)
                == "retry: 3000\n\n")
        #expect(String(decoding: ServerSentEvent.beat, as: UTF8.self) == ":\n\n")
    }
}
