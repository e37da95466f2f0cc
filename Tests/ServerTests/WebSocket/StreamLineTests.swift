import HTTP
import Server
import Testing
import Workbench

@Suite("A stream that is told things", .blocking)
struct StreamLineTests {
    private static func stream(_ holder: any LineHolder) -> Response {
        Response(.ok, body: .line(.pieces(beat: Array("beat".utf8)), holder))
    }

    @Test("What is sent comes in chunks, as soon as it is sent")
    func chunks() throws {
        let echo = Echo()
        try serve { _ in
            StreamLineTests.stream(echo)
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            let head = try client.head()
            #expect(head["Transfer-Encoding"] == "chunked")
            #expect(head.closes)
            #expect(soon { server.inFlight == 0 && server.sum(\.eventStreams) == 1 })
            for word in ["one", "two"] {
                echo.send(Array(word.utf8))
                #expect(try client.chunk() == Array(word.utf8))
            }
            echo.end(Closing(.normal))
            #expect(try client.chunk() == nil)
            #expect(try client.ending() == .finished)
            #expect(server.sum(\.eventStreams) == 0)
        }
    }

    @Test("HTTP/1.0 gets it without chunks")
    func oldVersion() throws {
        let echo = Echo()
        try serve { _ in
            StreamLineTests.stream(echo)
        } while: { server in
            let client = try server.client()
            try client.ask("GET /", version: "1.0")
            #expect(try client.head()["Transfer-Encoding"] == nil)
            echo.send(Array("one".utf8))
            #expect(try client.bytes(3) == Array("one".utf8))
            echo.end(Closing(.normal))
            #expect(try client.rest() == [])
        }
    }

    @Test("HEAD gets the header, and nobody is told of a beginning")
    func head() throws {
        let echo = Echo()
        try serve { _ in
            StreamLineTests.stream(echo)
        } while: { server in
            let client = try server.client()
            try client.ask("HEAD /")
            let answer = try client.answer(toHead: true)
            #expect(answer.status == 200)
            #expect(answer["Content-Length"] == nil)
            #expect(echo.told.first == "closed")
        }
    }

    @Test("It shows that it is alive")
    func beats() throws {
        try serve(limits: .with { $0.beatTime = .milliseconds(100) }) { _ in
            StreamLineTests.stream(Echo())
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            _ = try client.head()
            for _ in 1...3 { #expect(try client.chunk() == Array("beat".utf8)) }
        }
    }

    @Test("A reader that lags is cut off, and sees that something is missing")
    func lags() throws {
        let echo = Echo()
        try serve { _ in
            StreamLineTests.stream(echo)
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.ask("GET /")
            _ = try client.head()
            let piece = [UInt8](repeating: 0x61, count: 32_768)
            #expect(echo.floods(with: piece) { server.refusals(.lag) == 1 })
            #expect(soon { echo.told.all.last == "closed" })
            #expect(throws: RawClient.Failure.self) {
                while try client.chunk() != nil {}
            }
        }
    }

    @Test("A client that leaves is noticed")
    func leaves() throws {
        let echo = Echo()
        try serve { _ in
            StreamLineTests.stream(echo)
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            _ = try client.head()
            client.close()
            #expect(soon { echo.told.all.last == "closed" && server.connections == 0 })
        }
    }

    @Test("What its client sends meanwhile is nobody's business")
    func chatter() throws {
        let echo = Echo()
        try serve { _ in
            StreamLineTests.stream(echo)
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            _ = try client.head()
            try client.send(Array(repeating: 0x61, count: 300_000))
            echo.send(Array("still".utf8))
            #expect(try client.chunk() == Array("still".utf8))
        }
    }

    @Test("A server that stops ends it in order")
    func stops() throws {
        try serve { _ in
            StreamLineTests.stream(Echo())
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            _ = try client.head()
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(try client.chunk() == nil)
            client.close()
            #expect(try #require(stopped.first) < .seconds(4))
        }
    }
}
