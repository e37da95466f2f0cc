import HTTP
import Server
import Testing
import Workbench

@Suite("An upgrade", .blocking)
struct UpgradeTests {
    private let head = RawRequest("GET /", ["Connection: Upgrade", "Upgrade: echo"]).text

    @Test("It is answered with 101, and then bytes go both ways")
    func bothWays() throws {
        try serve { _ in
            .echoTunnel
        } while: { server in
            let client = try server.client()
            try client.send(head)
            let answer = try client.answer()
            #expect(answer.status == 101)
            #expect(answer["Connection"] == "Upgrade")
            #expect(answer["Upgrade"] == "echo")
            for word in ["one", "two", "GET / HTTP/1.1\r\n\r\n"] {
                try client.send(word)
                #expect(try client.bytes(word.utf8.count) == Array(word.utf8))
            }
        }
    }

    @Test("Bytes that came right behind the head arrive")
    func behindHead() throws {
        try serve { _ in
            .echoTunnel
        } while: { server in
            let client = try server.client()
            try client.send(head + "early")
            #expect(try client.answer().status == 101)
            #expect(try client.bytes(5) == Array("early".utf8))
        }
    }

    @Test(
        "The client's end is nil, also when it is asked for again, and the server closes behind it")
    func ends() throws {
        let ends = Notes<Bool>()
        try serve { _ in
            Response(
                Status(101),
                body: .upgrade { tunnel in
                    while let piece = try? await tunnel.read() { try? await tunnel.write(piece) }
                    ends.add((try? await tunnel.read()) == .some(nil))
                    try? await tunnel.write(Array("bye".utf8))
                })
        } while: { server in
            let client = try server.client()
            try client.send(head + "last words")
            client.finish()
            #expect(try client.answer().status == 101)
            #expect(try client.rest() == Array("last wordsbye".utf8))
            #expect(ends.first == true)
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    @Test("A client's reset ends it")
    func reset() throws {
        let ended = Notes<Bool>()
        try serve { _ in
            Response(
                Status(101),
                body: .upgrade { tunnel in
                    while (try? await tunnel.read()) != nil {}
                    ended.add(true)
                })
        } while: { server in
            let client = try server.client()
            try client.send(head)
            #expect(try client.answer().status == 101)
            client.reset()
            #expect(ended.first == true)
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
        }
    }

    @Test("A slow reader holds whoever writes to it back")
    func backPressure() throws {
        let written = Notes<Int>()
        try serve { _ in
            Response(
                Status(101),
                body: .upgrade { tunnel in
                    let piece = [UInt8](repeating: 1, count: 65_536)
                    for _ in 1...10_000 {
                        guard (try? await tunnel.write(piece)) != nil else { return }
                        written.add(piece.count)
                    }
                })
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.send(head)
            #expect(try client.answer().status == 101)
            #expect(settled { written.all.count } < 1_000)
        }
    }

    @Test("It has no time limit of its own")
    func rests() throws {
        let limits = ServerLimits.with {
            $0.requestTime = .milliseconds(100)
            $0.idleTime = .milliseconds(100)
            $0.bodyTime = .milliseconds(100)
        }
        try serve(limits: limits) { _ in
            .echoTunnel
        } while: { server in
            let client = try server.client()
            try client.send(head)
            #expect(try client.answer().status == 101)
            #expect(client.isQuiet(for: .milliseconds(400)))
            try client.send("there?")
            #expect(try client.bytes(6) == Array("there?".utf8))
        }
    }

    @Test("A server that stops cancels it, whether it reads or not")
    func stops() throws {
        let gate = Gate()
        try serve { request in
            Response(
                Status(101),
                body: .upgrade { tunnel in
                    if request.target.pathText == "/busy" { await gate.pass() }
                    while (try? await tunnel.read()) != nil {}
                    try? await tunnel.write(Array("bye".utf8))
                })
        } while: { server in
            let (reading, busy) = (try server.client(), try server.client())
            try reading.send(head)
            try busy.ask("GET /busy")
            #expect(try reading.answer().status == 101)
            #expect(try busy.answer().status == 101)
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(try reading.rest().isEmpty)
            gate.open()
            #expect(try busy.rest().isEmpty)
            reading.close()
            busy.close()
            #expect(try #require(stopped.first) < .seconds(5))
        }
    }
}

extension Response {
    /// Sends back what comes.
    fileprivate static var echoTunnel: Response {
        Response(
            Status(101), ResponseFields(["Upgrade": "echo"]),
            body: .upgrade { tunnel in
                while let piece = try? await tunnel.read() { try? await tunnel.write(piece) }
            })
    }
}
