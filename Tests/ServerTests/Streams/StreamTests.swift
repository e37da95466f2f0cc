import HTTP
import Server
import Testing
import Workbench

@Suite("A streamed answer", .blocking)
struct StreamTests {
    private struct Failed: Error {}

    @Test("With a length it goes out as it is, and the connection lives")
    func length() throws {
        try serve { _ in
            .stream(6, twoPieces)
        } while: { server in
            let client = try server.client()
            for _ in 1...2 {
                try client.ask("GET /")
                let answer = try client.answer()
                #expect(answer["Content-Length"] == "6")
                #expect(answer.text == "onetwo")
            }
        }
    }

    @Test("Without a length it goes out in chunks, and the connection lives")
    func chunked() throws {
        try serve { _ in
            .stream(nil, twoPieces)
        } while: { server in
            let client = try server.client()
            for _ in 1...2 {
                try client.ask("GET /")
                let answer = try client.head()
                #expect(answer["Transfer-Encoding"] == "chunked")
                #expect(answer["Content-Length"] == nil)
                #expect(try client.bytes(21) == Array("3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n".utf8))
            }
        }
    }

    @Test("To HTTP/1.0 its end is the connection's, also where that was to be kept")
    func old() throws {
        try serve { _ in
            .stream(nil, twoPieces)
        } while: { server in
            let client = try server.client()
            try client.ask("GET /", "Connection: keep-alive", version: "1.0")
            let answer = try client.answer()
            #expect(answer.text == "onetwo")
            #expect(answer.closes)
            #expect(answer["Transfer-Encoding"] == nil)
        }
    }

    @Test("HEAD gets the header of each, and nothing is produced", arguments: [6, nil])
    func head(length: Int?) throws {
        let produced = Notes<Bool>()
        try serve { _ in
            .stream(length) { _ in produced.add(true) }
        } while: { server in
            let client = try server.client()
            for _ in 1...2 {
                try client.ask("HEAD /")
                let answer = try client.answer(toHead: true)
                #expect(answer["Content-Length"] == length.map(String.init))
                #expect((answer["Transfer-Encoding"] == "chunked") == (length == nil))
            }
            #expect(client.isQuiet(for: .milliseconds(50)))
            #expect(produced.all.isEmpty)
        }
    }

    @Test("A status that forbids a body gets none", arguments: [204, 304])
    func noBody(status: Int) throws {
        try serve { _ in
            Response(Status(status), body: .stream(length: nil, twoPieces))
        } while: { server in
            let client = try server.client()
            for _ in 1...2 {
                try client.ask("GET /")
                let answer = try client.answer()
                #expect(answer.status == status)
                #expect(answer["Transfer-Encoding"] == nil)
            }
        }
    }

    @Test("One that fails is cut off: no last chunk pretends that it is whole")
    func fails() throws {
        try serve { _ in
            .stream { sink in
                try await sink.write(Array("half".utf8))
                throw Failed()
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            #expect(String(decoding: try client.rest(), as: UTF8.self) == "4\r\nhalf\r\n")
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    @Test("One that is shorter than it promised is cut off")
    func short() throws {
        try serve { _ in
            .stream(7, twoPieces)
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head()["Content-Length"] == "7")
            #expect(String(decoding: try client.rest(), as: UTF8.self) == "onetwo")
        }
    }

    @Test("One that is longer than it promised is cut off before it sends too much")
    func long() throws {
        try serve { _ in
            .stream(5, twoPieces)
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head()["Content-Length"] == "5")
            #expect(String(decoding: try client.rest(), as: UTF8.self) == "one")
        }
    }

    @Test("An empty piece does not end it")
    func emptyPiece() throws {
        try serve { _ in
            .stream { sink in
                try await sink.write([])
                try await twoPieces(sink)
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.answer().text == "onetwo")
        }
    }

    @Test("A piece is sent when it is written, not when the next one comes")
    func promptly() throws {
        let gate = Gate()
        try serve { _ in
            .stream { sink in
                try await sink.write(Array("now".utf8))
                await gate.pass()
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            #expect(try client.chunk() == Array("now".utf8))
            gate.open()
            #expect(try client.chunk() == nil)
        }
    }

    @Test("It may read the request's body while it answers")
    func echo() throws {
        try serve { request in
            guard case .source(let source, _) = request.body else { return .text("no source") }
            return .stream { sink in
                while let piece = try await source.next() { try await sink.write(piece) }
            }
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Transfer-Encoding: chunked")
            #expect(try client.head().status == 200)
            for word in ["one", "two", "six"] {
                try client.send("3\r\n\(word)\r\n")
                #expect(try client.chunk() == Array(word.utf8))
            }
            try client.send("0\r\n\r\n")
            #expect(try client.chunk() == nil)
        }
    }

    @Test("It has no limit in time but those that the client keeps or breaks")
    func takesItsTime() throws {
        let limits = ServerLimits.with { $0.requestTime = .milliseconds(100) }
        let gate = Gate()
        try serve(limits: limits) { _ in
            .stream { sink in
                await gate.passUnlessCancelled()
                try await twoPieces(sink)
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            #expect(client.isQuiet(for: .milliseconds(400)))
            gate.open()
            #expect(try client.chunk() == Array("one".utf8))
        }
    }
}

private func twoPieces(_ sink: any BodySink) async throws {
    try await sink.write(Array("one".utf8))
    try await sink.write(Array("two".utf8))
}
