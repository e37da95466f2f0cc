import HTTP
import Server
import Testing
import Workbench

@Suite("A WebSocket's connection", .blocking)
struct LineTests {
    @Test("It costs no request that is in hand, and has no time limit")
    func rests() throws {
        let limits = ServerLimits.with {
            $0.requestTime = .milliseconds(100)
            $0.idleTime = .milliseconds(100)
        }
        try serve(limits: limits) {
            .socket($0, Echo())
        } while: { server in
            let client = try WebSocketClient(server)
            #expect(soon { server.inFlight == 0 })
            #expect(server.sum(\.webSockets) == 1)
            #expect(client.raw.isQuiet(for: .milliseconds(400)))
            try client.send(.text("there?"))
            #expect(try client.reply() == .text("there?"))
        }
    }

    @Test("Frames right behind the request are read")
    func early() throws {
        try serve {
            .socket($0, Echo())
        } while: { server in
            let client = try server.client()
            try client.send(Array(WebSocketClient.opening().text.utf8) + Frame.text("early").bytes)
            #expect(try client.answer().status == 101)
            #expect(try client.bytes(7) == [0x81, 5] + Array("early".utf8))
        }
    }

    @Test("The answer proves that the server speaks the protocol: the RFC's own example")
    func accepts() throws {
        try serve {
            .socket($0, Echo())
        } while: { server in
            let client = try server.client()
            try client.send(WebSocketClient.opening().text)
            let answer = try client.answer()
            #expect(answer["Upgrade"] == "websocket")
            #expect(answer["Connection"] == "Upgrade")
            #expect(answer["Sec-WebSocket-Accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
            #expect(answer["Sec-WebSocket-Extensions"] == nil)
        }
    }

    @Test("The holder is told of the beginning first and of the end last, once each")
    func told() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server)
            try client.send(.close(1_000))
            #expect(try client.replies() == [.close(1_000), .end])
            client.raw.close()
            #expect(soon { server.connections == 0 })
            #expect(echo.told.all.first == "opened")
            #expect(echo.told.all.last == "closed")
            #expect(echo.told.all.filter { $0 == "closed" }.count == 1)
            #expect(server.sum(\.webSockets) == 0)
        }
    }

    @Test("A client that resets is gone, and the holder is told")
    func reset() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server)
            client.raw.reset()
            #expect(soon { echo.told.all.last == "closed" && server.connections == 0 })
        }
    }

    @Test("A client that sends no more, without a Close frame, is let go")
    func finished() throws {
        try serve {
            .socket($0, Echo())
        } while: { server in
            let client = try WebSocketClient(server)
            try client.send(.text("last words"))
            client.raw.finish()
            #expect(try client.replies() == [.text("last words"), .end])
        }
    }

    @Test("Half a frame and then the end is no message")
    func halfFrame() throws {
        try serve {
            .socket($0, Echo())
        } while: { server in
            let client = try WebSocketClient(server)
            try client.raw.send(Frame.text("never said").bytes.dropLast())
            client.raw.finish()
            #expect(try client.replies() == [.end])
        }
    }

    @Test("The holder ends it: a Close frame, the client's own, and the end")
    func ended() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server)
            echo.end(Closing(.unauthorized, "the token has expired"))
            #expect(try client.reply() == .close(4_401))
            // What was on its way is not answered any more.
            try client.send(.text("crossing"), .ping("crossing"), .close(4_401))
            #expect(try client.reply() == .end)
            #expect(echo.told.all.filter { $0 == "closed" }.count == 1)
        }
    }

    @Test("Both end it at the same moment: each Close frame is the answer to the other")
    func race() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server)
            try client.send(.close(1_000))
            echo.end(Closing(.goingAway))
            let replies = try client.replies()
            #expect(replies == [.close(1_000), .end] || replies == [.close(1_001), .end])
        }
    }

    @Test("A client that never says farewell isn't waited for long")
    func silent() throws {
        let echo = Echo()
        try serve(limits: .with { $0.lingerTime = .milliseconds(200) }) {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server)
            echo.end(Closing(.normal))
            #expect(try client.replies() == [.close(1_000), .end])
            #expect(soon { server.connections == 0 })
        }
    }

    @Test("A client that answers pings stays, and one that doesn't is cut off")
    func pings() throws {
        try serve(limits: .with { $0.beatTime = .milliseconds(200) }) {
            .socket($0, Echo())
        } while: { server in
            let client = try WebSocketClient(server)
            for _ in 1...3 {
                #expect(try client.reply() == .ping)
                try client.send(.pong())
            }
            #expect(try client.reply() == .ping)
            #expect(try client.reply() == .end)
            #expect(server.refusals(.pongTime) == 1)
        }
    }

    @Test("A client that lags is cut off with 1013 and doesn't fill the memory")
    func lags() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server, receiveBuffer: 8_192)
            let piece = [UInt8](repeating: 0x61, count: 32_768)
            #expect(echo.floods(with: piece) { server.refusals(.lag) == 1 })
            #expect(soon { echo.told.all.last == "closed" })
            #expect(try client.replies().suffix(2) == [.close(1_013), .end])
        }
    }

    @Test("Many messages at once are no lag of a client that reads")
    func burst() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server)
            // Together they are more than a client may leave behind, and less than the sockets hold.
            let piece = [UInt8](repeating: 0x61, count: 1_024)
            for _ in 1...200 { echo.send(piece) }
            for _ in 1...200 {
                #expect(try client.reply() == .text(String(repeating: "a", count: 1_024)))
            }
            #expect(server.sum(\.lineMessages) == 200)
        }
    }

    @Test("A client that pings and never reads is not read any more")
    func pingFlood() throws {
        try serve(limits: .with { $0.stallTime = .milliseconds(300) }) {
            .socket($0, Echo())
        } while: { server in
            let client = try WebSocketClient(server, receiveBuffer: 8_192)
            let pings = Array(
                repeating: Frame.ping(String(repeating: "p", count: 125)).bytes, count: 1_000)
            // It is cut off in the middle, so sending fails sooner or later.
            for _ in 1...100 {
                guard (try? client.raw.send(pings.flatMap(\.self), within: .seconds(1))) != nil
                else { break }
                if server.refusals(.stallTime) > 0 { break }
            }
            #expect(soon { server.refusals(.stallTime) == 1 })
        }
    }

    @Test("A server that stops says so and doesn't wait for what never ends")
    func stops() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            let client = try WebSocketClient(server)
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(try client.reply() == .close(1_001))
            try client.send(.close(1_001))
            #expect(try client.reply() == .end)
            client.raw.close()
            #expect(try #require(stopped.first) < .seconds(4))
            #expect(echo.told.all.last == "closed")
        }
    }

    @Test("A server that stops now ends it, too")
    func stopsNow() throws {
        let echo = Echo()
        try serve {
            .socket($0, echo)
        } while: { server in
            _ = try WebSocketClient(server)
            #expect(server.stop(within: .zero) < .seconds(4))
            #expect(echo.told.all.last == "closed")
        }
    }
}
