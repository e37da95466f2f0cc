import HTTP
import Server
import Testing
import Workbench

@Suite("Many clients", .blocking)
struct ManyClientsTests {
    @Test("Two hundred connections on two loops get twenty right answers each")
    func rightAnswers() throws {
        try serve(workers: 2) {
            await .echo(of: $0)
        } while: { server in
            try together(20) { group in
                let clients = try (0..<10).map { _ in try server.client() }
                for round in 0..<20 {
                    for (index, client) in clients.enumerated() {
                        try client.ask("POST /", body: body(group, index, round))
                    }
                    for (index, client) in clients.enumerated() {
                        let text = try client.answer().text
                        guard text == body(group, index, round) else {
                            throw RawClient.Failure.unexpected(text)
                        }
                    }
                }
            }
            #expect(server.sum(\.requests) == 4_000)
            #expect(server.sum(\.accepted) == 200)
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    /// Of a length and bytes that no other request has.
    private func body(_ group: Int, _ index: Int, _ round: Int) -> String {
        let word = "\(group).\(index).\(round) "
        return String(repeating: word, count: 1 + (group * 37 + index * 11 + round) % 200)
    }

    @Test("Long work that yields lets others come in between")
    func yielding() throws {
        try serve { request in
            guard request.target.pathText == "/long" else { return .text("quick") }
            let end = ContinuousClock.now + .seconds(1)
            while ContinuousClock.now < end { await Task.yield() }
            return .text("long")
        } while: { server in
            let (busy, other) = (try server.client(), try server.client())
            try busy.ask("GET /long")
            #expect(soon { server.inFlight == 1 })
            let waited = try ContinuousClock().measure {
                try other.ask("GET /quick")
                #expect(try other.answer().text == "quick")
            }
            #expect(waited < .milliseconds(500))
            #expect(try busy.answer().text == "long")
        }
    }
}
