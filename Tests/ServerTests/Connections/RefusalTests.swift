import HTTP
import Server
import Testing
import Workbench

@Suite("What is no request", .blocking)
struct RefusalTests {
    @Test("It gets its refusal, and then the connection ends without a reset")
    func refused() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\n\r\n")
            let answer = try client.answer()
            #expect(answer.status == 400)
            #expect(answer.text == "malformed_request")
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
            #expect(server.refusals(.malformed) == 1)
        }
    }

    @Test("The refusal arrives though the client had sent much more")
    func muchMore() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            let more = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
            try client.send(Array("GET / HTTP/9.9\r\n\r\n".utf8) + more)
            #expect(try client.answer().status == 505)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("Nothing behind it is answered")
    func nothingBehind() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.send("BAD\r\n\r\n" + RawRequest("GET /").text)
            #expect(try client.answer().status == 400)
            #expect(try client.ending() == .finished)
            #expect(server.sum(\.requests) == 0)
        }
    }

    @Test("A good request before it is answered first")
    func goodBefore() throws {
        let gate = Gate()
        try serve { _ in
            await gate.pass()
            return .text("good")
        } while: { server in
            let client = try server.client()
            try client.send(RawRequest("GET /").text + "BAD\r\n\r\n")
            #expect(soon { server.inFlight == 1 })
            gate.open()
            #expect(try client.answer().text == "good")
            #expect(try client.answer().status == 400)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("Who goes on sending behind a refusal is read only so far")
    func endless() throws {
        let limits = ServerLimits.with { $0.lingerBytes = 100_000 }
        try serve(limits: limits) { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.send("BAD\r\n\r\n")
            let more = [UInt8](repeating: 0, count: 1 << 16)
            #expect(throws: RawClient.Failure.self) {
                for _ in 1...1_000 { try client.send(more) }
            }
            #expect(soon { server.connections == 0 })
        }
    }

    @Test("Who stays open behind a refusal is waited for only so long")
    func lingering() throws {
        let limits = ServerLimits.with { $0.lingerTime = .milliseconds(100) }
        try serve(limits: limits) { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.send("BAD\r\n\r\n")
            #expect(try client.answer().status == 400)
            #expect(soon { server.connections == 0 })
        }
    }
}
