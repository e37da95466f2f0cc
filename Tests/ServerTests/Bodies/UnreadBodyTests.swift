import Glibc
import HTTP
import Server
import Testing
import Workbench

@Suite("A body that nobody reads", .blocking)
struct UnreadBodyTests {
    @Test("A small one is dropped, and the connection lives")
    func small() throws {
        try serve {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            let body = String(repeating: "x", count: ServerLimits().drainBytes)
            try client.ask("POST /a", body: body)
            try client.ask("GET /b")
            #expect(try client.answer().text == "/a")
            #expect(try client.answer().text == "/b")
        }
    }

    @Test("One that comes late is dropped, too")
    func late() throws {
        try serve {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /a", "Content-Length: 4")
            #expect(try client.answer().text == "/a")
            try client.send("late" + RawRequest("GET /b").text)
            #expect(try client.answer().text == "/b")
        }
    }

    @Test("One that is longer than the limit closes the connection behind the answer")
    func large() throws {
        try serve {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /a", "Content-Length: \(ServerLimits().drainBytes + 1)")
            let answer = try client.answer()
            #expect(answer.text == "/a")
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("One in chunks closes the connection: where it ends is not known")
    func chunked() throws {
        try serve {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /a", "Transfer-Encoding: chunked")
            #expect(try client.answer().closes)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("One that never comes is not waited for longer than the linger time")
    func never() throws {
        let limits = ServerLimits.with { $0.lingerTime = .milliseconds(100) }
        try serve(limits: limits) {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /a", "Content-Length: 4")
            #expect(try client.answer().text == "/a")
            #expect(try client.ending() == .finished)
        }
    }

    @Test("The answer arrives also when the client finished in the middle of it")
    func finished() throws {
        try serve {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /a", "Content-Length: 100")
            try client.send("half")
            client.finish()
            #expect(try client.answer().text == "/a")
            #expect(try client.ending() == .finished)
        }
    }

    @Test("A large answer is not cut while the body that nobody wants stays away")
    func largeAnswer() throws {
        let limits = ServerLimits.with { $0.lingerTime = .milliseconds(100) }
        let large = String(repeating: "l", count: 16 << 20)
        try serve(limits: limits) { _ in
            .text(large)
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.ask("POST /a", "Content-Length: 4")
            #expect(try client.head().status == 200)
            #expect(!client.isQuiet(for: .milliseconds(300)))
            usleep(300_000)
            #expect(try client.bytes(large.utf8.count).count == large.utf8.count)
        }
    }

    @Test("What the handler left of a body is dropped")
    func partly() throws {
        try serve { request in
            if case .source(let source, _) = request.body { _ = try? await source.next() }
            return .text(request.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /a", "Content-Length: 8")
            try client.send("read")
            #expect(try client.answer().text == "/a")
            try client.send("left" + RawRequest("GET /b").text)
            #expect(try client.answer().text == "/b")
        }
    }
}
