import HTTP
import Testing
import Workbench

@Suite("A WebSocket, by RFC 6455", .blocking)
struct WebSocketCaseTests {
    @Test("Each case is answered as the RFC says", arguments: WebSocketCase.all)
    func answered(wanted: WebSocketCase) throws {
        try serve {
            .socket($0, Echo())
        } while: { server in
            let client = try WebSocketClient(server)
            try client.raw.send(wanted.bytes)
            for reply in wanted.replies { #expect(try client.reply() == reply) }
            if !wanted.ends {
                try client.send(.ping("still there?"))
                #expect(try client.reply() == .pong("still there?"))
            }
        }
    }

    @Test("Every case in bytes of their own is read as it is in one piece")
    func cut() {
        for wanted in WebSocketCase.all where wanted.bytes.count < 10_000 {
            let whole = WebSocketCaseTests.events(of: [wanted.bytes])
            #expect(WebSocketCaseTests.events(of: wanted.bytes.map { [$0] }) == whole)
            for place in wanted.bytes.indices.dropFirst().prefix(64) {
                let pieces = [Array(wanted.bytes[..<place]), Array(wanted.bytes[place...])]
                #expect(WebSocketCaseTests.events(of: pieces) == whole)
            }
        }
    }

    @Test("There are as many cases as the RFC has rules")
    func many() {
        #expect(WebSocketCase.all.count > 100)
        #expect(Set(WebSocketCase.all.map(\.name)).count == WebSocketCase.all.count)
    }

    private static func events(of pieces: [[UInt8]]) -> [String] {
        var reader = WebSocketReader()
        var events: [String] = []
        do throws(WebSocketFault) {
            for piece in pieces {
                reader.append(piece)
                while let event = try reader.next() { events.append("\(event)") }
            }
        } catch {
            events.append("\(error)")
        }
        return events
    }
}
