import HTTP
import Server
import Testing
import Workbench

@Suite("The number of connections", .blocking)
struct ConnectionLimitTests {
    @Test("One more than the limit is told so and closed; when one leaves there is room again")
    func all() throws {
        let limits = ServerLimits.with { $0.connections = 2 }
        try serve(limits: limits) { _ in
            .text("ok")
        } while: { server in
            let first = try server.client()
            let second = try server.client()
            #expect(soon { server.connections == 2 })
            try expectTurnedAway(try server.client())
            #expect(server.refusals(.connections) == 1)
            try second.ask("GET /")
            #expect(try second.answer().text == "ok")
            first.close()
            #expect(soon { server.connections == 1 })
            let next = try server.client()
            try next.ask("GET /")
            #expect(try next.answer().text == "ok")
        }
    }

    @Test("An address has a limit of its own, and others don't suffer from it")
    func perAddress() throws {
        let limits = ServerLimits.with { $0.connectionsPerAddress = 1 }
        try serve(limits: limits) {
            .text("\($0.exchange.peer)")
        } while: { server in
            let first = try server.client(from: "127.0.0.2")
            #expect(soon { server.connections == 1 })
            try expectTurnedAway(try server.client(from: "127.0.0.2"))
            #expect(server.refusals(.connectionsPerAddress) == 1)
            let other = try server.client(from: "127.0.0.3")
            try other.ask("GET /")
            #expect(try other.answer().text == "127.0.0.3")
            first.reset()
            #expect(soon { server.connections == 1 })
            let again = try server.client(from: "127.0.0.2")
            try again.ask("GET /")
            #expect(try again.answer().text == "127.0.0.2")
        }
    }

    @Test("The limit counts the connections of all loops together")
    func loops() throws {
        let limits = ServerLimits.with { $0.connections = 10 }
        try serve(workers: 3, limits: limits) { _ in
            .text("ok")
        } while: { server in
            let clients = try (1...10).map { _ in try server.client() }
            #expect(soon { server.connections == 10 })
            try expectTurnedAway(try server.client())
            for client in clients { client.close() }
            #expect(soon { server.connections == 0 })
        }
    }

    @Test("Whoever had sent a request when it was turned away reads why, and no reset")
    func hadSent() throws {
        let hold = Hold()
        let limits = ServerLimits.with { $0.connections = 1 }
        try serve(limits: limits) { _ in
            hold.block()
            return .text("ok")
        } while: { server in
            let first = try server.client()
            try first.ask("GET /")
            #expect(soon { server.inFlight == 1 })
            let second = try server.client()
            try second.ask("GET /")
            hold.release()
            try expectTurnedAway(second)
        }
    }

    private func expectTurnedAway(_ client: RawClient) throws {
        let answer = try client.answer()
        #expect(answer.status == 503)
        #expect(answer.text == "too_many_connections")
        #expect(answer.closes)
        #expect(try client.ending() == .finished)
    }
}
