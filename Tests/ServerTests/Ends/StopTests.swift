import Glibc
import HTTP
import Server
import Testing
import Workbench

@Suite("Stopping", .blocking)
struct StopTests {
    @Test("Idle connections are closed at once")
    func idle() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let (fresh, used) = (try server.client(), try server.client())
            try used.ask("GET /")
            #expect(try used.answer().text == "ok")
            #expect(soon { server.connections == 2 })
            #expect(server.stop(within: .seconds(8)) < .seconds(4))
            #expect(try fresh.ending() == .finished)
            #expect(try used.ending() == .finished)
        }
    }

    @Test("A request in flight is answered, as the last of its connection, and waited for")
    func inFlight() throws {
        let gate = Gate()
        try serve { _ in
            await gate.passUnlessCancelled()
            return .text("\(Task.isCancelled)")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(soon { server.inFlight == 1 })
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(client.isQuiet(for: .milliseconds(100)))
            #expect(stopped.all.isEmpty)
            gate.open()
            let answer = try client.answer()
            #expect(answer.text == "false")
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
            client.close()
            #expect(try #require(stopped.first) < .seconds(4))
        }
    }

    @Test("A head that is half there may be finished, and is answered")
    func halfHead() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.send("GET / HTTP/1.1\r\n")
            #expect(soon { server.sum(\.bytesRead) == 16 })
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(client.isQuiet(for: .milliseconds(100)))
            try client.send("Host: a\r\n\r\n")
            #expect(try client.answer().closes)
            client.close()
            #expect(try #require(stopped.first) < .seconds(4))
        }
    }

    @Test("A newcomer who says nothing doesn't hold up the stop")
    func silentNewcomer() throws {
        let gate = Gate()
        try serve { _ in
            await gate.pass()
            return .text("ok")
        } while: { server in
            let busy = try server.client()
            try busy.ask("GET /")
            #expect(soon { server.inFlight == 1 })
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(soon { stopped.all.isEmpty && server.sum(\.accepted) == 1 })
            let silent = try server.client()
            #expect(soon { server.sum(\.accepted) == 2 })
            gate.open()
            _ = try busy.answer()
            busy.close()
            #expect(try #require(stopped.first) < .seconds(6))
            #expect(try silent.ending() == .finished)
        }
    }

    @Test("Who connects while others are still answered is answered once")
    func newcomers() throws {
        let gate = Gate()
        try serve { request in
            if request.target.pathText == "/slow" { await gate.pass() }
            return .text("ok")
        } while: { server in
            let (slow, idle) = (try server.client(), try server.client())
            try slow.ask("GET /slow")
            #expect(soon { server.inFlight == 1 && server.connections == 2 })
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(try idle.ending() == .finished)
            let newcomer = try server.client()
            try newcomer.ask("GET /")
            #expect(try newcomer.answer().closes)
            #expect(try newcomer.ending() == .finished)
            newcomer.close()
            gate.open()
            #expect(try slow.answer().closes)
            slow.close()
            #expect(try #require(stopped.first) < .seconds(4))
        }
    }

    @Test("A request that has just come in is answered, though its connection was idle")
    func justCameIn() throws {
        let hold = Hold()
        try serve { request in
            if request.target.pathText == "/hold" { hold.block() }
            return .text("ok")
        } while: { server in
            let (holding, idle) = (try server.client(), try server.client())
            #expect(soon { server.connections == 2 })
            try holding.ask("GET /hold")
            #expect(soon { server.inFlight == 1 })
            let stopped = try server.stopAside(within: .seconds(8))
            usleep(50_000)
            try idle.ask("GET /")
            hold.release()
            #expect(try idle.answer().closes)
            #expect(try holding.answer().text == "ok")
            idle.close()
            holding.close()
            #expect(try #require(stopped.first) < .seconds(4))
        }
    }

    @Test("Its limit is kept, and what is at work then is told to end")
    func givesUp() throws {
        let ended = Notes<Bool>()
        try serve { _ in
            await Gate().passUnlessCancelled()
            ended.add(true)
            return .text("too late")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(soon { server.inFlight == 1 })
            let time = server.stop(within: .milliseconds(200))
            #expect(time >= .milliseconds(190))
            #expect(time < .seconds(4))
            #expect(try client.ending() == .finished)
            #expect(ended.all == [true])
        }
    }

    @Test("A stream without an end is told to end")
    func streams() throws {
        let told = Notes<Bool>()
        try serve { _ in
            .endless { sink in
                try await sink.write([1])
                await Gate().passUnlessCancelled()
                told.add(Task.isCancelled)
                try await sink.write([2])
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            #expect(try client.chunk() == [1])
            #expect(server.stop(within: .seconds(8)) < .seconds(4))
            #expect(told.first == true)
        }
    }

    @Test("A stream that has an end is sent to it")
    func finiteStreams() throws {
        let gate = Gate()
        try serve { _ in
            .stream { sink in
                try await sink.write([1])
                await gate.passUnlessCancelled()
                try await sink.write([2])
            }
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            #expect(try client.chunk() == [1])
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(client.isQuiet(for: .milliseconds(100)))
            gate.open()
            #expect(try client.chunk() == [2])
            client.close()
            #expect(try #require(stopped.first) < .seconds(6))
        }
    }

    @Test("An answer that a client still takes is given time")
    func stillTaking() throws {
        let large = String(repeating: "l", count: 16 << 20)
        try serve { _ in
            .text(large)
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.ask("GET /")
            #expect(try client.head().status == 200)
            let stopped = try server.stopAside(within: .seconds(8))
            #expect(!client.isQuiet(for: .milliseconds(100)))
            #expect(try client.bytes(large.utf8.count).count == large.utf8.count)
            #expect(try client.ending() == .finished)
            client.close()
            #expect(try #require(stopped.first) < .seconds(6))
        }
    }

    @Test("Before it, answers can be made the last of their connections")
    func closeBehindAnswers() throws {
        try serve { _ in
            .text("ok")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try !client.answer().closes)
            server.closeBehindAnswers()
            try client.ask("GET /")
            #expect(try client.answer().closes)
            #expect(try client.ending() == .finished)
        }
    }

    @Test("Afterwards nobody listens any more")
    func nobodyListens() throws {
        try serve(workers: 2) { _ in
            .text("ok")
        } while: { server in
            _ = server.stop(within: .seconds(1))
            #expect(throws: RawClient.Failure.self) { try server.client() }
        }
    }
}
