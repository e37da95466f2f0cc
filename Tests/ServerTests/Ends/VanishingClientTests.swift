import HTTP
import Server
import Testing
import Workbench

@Suite("A client that goes", .blocking)
struct VanishingClientTests {
    @Test("With a reset its request is cancelled at once, and not for want of time")
    func reset() throws {
        let seen = Notes<String>()
        try serve { request in
            await Gate().passUnlessCancelled()
            seen.add("\(Task.isCancelled) \(request.exchange.isOutOfTime)")
            return .text("nobody reads this")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(soon { server.inFlight == 1 })
            let began = ContinuousClock.now
            client.reset()
            #expect(seen.first == "true false")
            #expect(ContinuousClock.now - began < .milliseconds(800))
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    @Test("What was answered goes out though half a request and the end come behind")
    func answerBeforeTheEnd() throws {
        try serve { request in
            await .echo(of: request)
        } while: { server in
            for _ in 0..<20 {
                let client = try server.client()
                let whole = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok"
                let half = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf"
                try client.send(whole + half)
                client.finish()
                #expect(try client.answer().text == "ok")
                #expect(try client.ending() == .finished)
            }
        }
    }

    @Test("With a close its request is cancelled when it might be half closed no longer")
    func close() throws {
        let limits = ServerLimits.with { $0.halfClosedTime = .milliseconds(300) }
        let seen = Notes<Duration>()
        try serve(limits: limits) { _ in
            let began = ContinuousClock.now
            await Gate().passUnlessCancelled()
            seen.add(ContinuousClock.now - began)
            return .text("nobody reads this")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            client.close()
            let waited = try #require(seen.first)
            #expect(waited >= .milliseconds(250))
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    @Test("Half closed, it still gets an answer that comes soon")
    func halfClosed() throws {
        let gate = Gate()
        try serve { _ in
            await gate.passUnlessCancelled()
            return .text("still there")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            client.finish()
            #expect(client.isQuiet(for: .milliseconds(100)))
            gate.open()
            #expect(try client.answer().text == "still there")
            #expect(try client.ending() == .finished)
        }
    }

    @Test("In the middle of a head it gets no answer")
    func partialHead() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\nHost: a\r\n")
            client.finish()
            #expect(try client.ending() == .finished)
            #expect(server.sum(\.bytesWritten) == 0)
            #expect(soon { server.connections == 0 })
        }
    }

    @Test("Without a word it is forgotten")
    func silent() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let clients = try (1...3).map { _ in try server.client() }
            #expect(soon { server.connections == 3 })
            clients[0].close()
            clients[1].reset()
            clients[2].finish()
            #expect(soon { server.connections == 0 })
            #expect(try clients[2].ending() == .finished)
        }
    }

    @Test("With a reset in the middle of a stream, the stream learns of it")
    func resetWhileStreaming() throws {
        let told = Notes<Bool>()
        try serve { _ in
            .stream { sink in
                defer { told.add(true) }
                while true { try await sink.write([UInt8](repeating: 1, count: 10_000)) }
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            client.reset()
            #expect(told.first == true)
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }
}
