import HTTP
import Server
import Testing
import Workbench

@Suite("Keeping a connection", .blocking)
struct KeepAliveTests {
    @Test("A connection brings one request after the other")
    func keeps() throws {
        try serve {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            for path in ["/a", "/b", "/c"] {
                try client.ask("GET \(path)")
                let answer = try client.answer()
                #expect(answer.text == path)
                #expect(answer["Connection"] == nil)
            }
            #expect(server.sum(\.requests) == 3)
            #expect(server.sum(\.accepted) == 1)
        }
    }

    @Test("`Connection: close` is the client's wish, and told back")
    func closes() throws {
        try serve { _ in
            .text("bye")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /", "Connection: close")
            let answer = try client.answer()
            #expect(answer.text == "bye")
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("HTTP/1.0 closes behind its answer")
    func oldCloses() throws {
        try serve { _ in
            .text("old")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /", version: "1.0")
            #expect(try client.answer().text == "old")
            #expect(try client.ending() == .finished)
        }
    }

    @Test("HTTP/1.0 keeps its connection when it asks to, and is told so")
    func oldKeeps() throws {
        try serve { _ in
            .text("old")
        } while: { server in
            let client = try server.client()
            for _ in 1...2 {
                try client.ask("GET /", "Connection: keep-alive", version: "1.0")
                let answer = try client.answer()
                #expect(answer.text == "old")
                #expect(answer["Connection"] == "keep-alive")
            }
        }
    }

    @Test("A thousand requests fit on a connection, the last is told so, one more gets no answer")
    func thousand() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.send(String(repeating: RawRequest("GET /").text, count: 1_001))
            for _ in 1..<1_000 { #expect(try !client.answer().closes) }
            #expect(try client.answer().closes)
            #expect(try client.ending() == .finished)
            #expect(server.sum(\.requests) == 1_000)
        }
    }

    @Test("A client may lie still between requests for less than the idle time")
    func rests() throws {
        let limits = ServerLimits.with { $0.idleTime = .milliseconds(600) }
        try serve(limits: limits) { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            for _ in 1...4 {
                try client.ask("GET /")
                #expect(try client.answer().text == "ok")
                #expect(client.isQuiet(for: .milliseconds(200)))
            }
        }
    }
}
