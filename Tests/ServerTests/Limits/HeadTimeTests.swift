import HTTP
import Server
import Testing
import Workbench

@Suite("Waiting for a request", .blocking)
struct HeadTimeTests {
    @Test("A head that dribbles is cut with 408 when its time is over; others are served meanwhile")
    func dribbles() throws {
        let limits = ServerLimits.with { $0.headTime = .milliseconds(300) }
        try serve(limits: limits) { _ in
            .text("ok")
        } while: { server in
            let (slow, quick) = (try server.client(), try server.client())
            let began = ContinuousClock.now
            try slow.send("GET / HTTP/1.1\r\nHost: a\r\n")
            while slow.isQuiet(for: .milliseconds(20)) {
                try slow.send("a:b\r\n")
                try quick.ask("GET /")
                #expect(try quick.answer().text == "ok")
            }
            #expect(ContinuousClock.now - began >= .milliseconds(290))
            let answer = try slow.answer()
            #expect(answer.status == 408)
            #expect(answer.text == "header_timeout")
            #expect(answer.closes)
            #expect(try slow.ending() == .finished)
            #expect(server.refusals(.headTime) == 1)
        }
    }

    @Test("A head in many pieces within its time is taken")
    func pieces() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            for byte in RawRequest("GET /").text.utf8 { try client.send([byte]) }
            #expect(try client.answer().text == "ok")
        }
    }

    @Test("A connection is closed without a word when it is idle for too long")
    func idle() throws {
        let limits = ServerLimits.with { $0.idleTime = .milliseconds(200) }
        try serve(limits: limits) { _ in
            .text("ok")
        } while: { server in
            let (fresh, used) = (try server.client(), try server.client())
            try used.ask("GET /")
            #expect(try used.answer().text == "ok")
            let began = ContinuousClock.now
            #expect(try used.ending() == .finished)
            #expect(ContinuousClock.now - began >= .milliseconds(100))
            #expect(try fresh.ending() == .finished)
            #expect(soon { server.connections == 0 })
        }
    }
}
