import HTTP
import Posix
import Server
import Testing
import Workbench

@Suite("Pipelined requests", .blocking)
struct PipeliningTests {
    @Test("Answers come in the order of the requests, also when the first takes longest")
    func order() throws {
        let gate = Gate()
        try serve { request in
            if request.target.pathText == "/slow" { await gate.pass() }
            return .text(request.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.send(requests("/slow", "/b", "/c"))
            #expect(client.isQuiet(for: .milliseconds(50)))
            gate.open()
            for path in ["/slow", "/b", "/c"] { #expect(try client.answer().text == path) }
        }
    }

    @Test("What they have other threads do begins when the turn of the loop is over")
    func signals() throws {
        let order = Notes<String>()
        let receiver = Gate()
        try serve { request in
            Signals.send(to: receiver) { order.add("signal") }
            order.add(request.target.pathText)
            return .text("done")
        } while: { server in
            let client = try server.client()
            try client.send(requests("/a"))
            #expect(try client.answer().text == "done")
            try client.send(requests("/b"))
            #expect(try client.answer().text == "done")
        }
        #expect(order.all == ["/a", "signal", "/b", "signal"])
    }

    @Test(
        "On a single core they begin when nobody has anything left for the loop",
        arguments: [(cores: 2, ["/a", "signal", "/b", "signal"]), (1, ["/a", "/b", "signal"])])
    func oneCore(cores: Int, expected: [String]) throws {
        let order = Notes<String>()
        let receiver = Gate()
        let hold = Hold()
        try serve(cores: cores) { request in
            Signals.send(to: receiver) { order.add("signal") }
            order.add(request.target.pathText)
            // The other has sent its request when this turn ends.
            if request.target.pathText == "/a" { hold.block() }
            return .text("done")
        } while: { server in
            let (one, other) = (try server.client(), try server.client())
            #expect(soon { server.connections == 2 })
            try one.ask("GET /a")
            #expect(soon { server.inFlight == 1 })
            try other.ask("GET /b")
            hold.release()
            for client in [one, other] { #expect(try client.answer().text == "done") }
            #expect(soon { order.all.last == "signal" })
        }
        #expect(order.all == expected)
    }

    @Test("Bodies between them go to the requests that they belong to")
    func bodies() throws {
        try serve {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            let bodies = (0..<50).map { String(repeating: "\($0) ", count: $0) }
            try client.send(bodies.map { RawRequest("POST /", body: $0).text }.joined())
            for body in bodies { #expect(try client.answer().text == body) }
        }
    }

    @Test("Who sends hundreds at once is answered, and others in between")
    func fairness() throws {
        let hold = Hold()
        let seen = Notes<String>()
        try serve { request in
            let path = request.target.pathText
            // Holds up the whole loop until both of the others have sent what they have.
            if path == "/hold" { hold.block() } else { seen.add(path) }
            return .text(path)
        } while: { server in
            let (holding, greedy, modest) =
                (try server.client(), try server.client(), try server.client())
            #expect(soon { server.connections == 3 })
            try holding.ask("GET /hold")
            #expect(soon { server.inFlight == 1 })
            try greedy.send(String(repeating: RawRequest("GET /greedy").text, count: 300))
            try modest.ask("GET /modest")
            hold.release()
            for _ in 1...300 { #expect(try greedy.answer().text == "/greedy") }
            #expect(try modest.answer().text == "/modest")
            #expect((seen.all.firstIndex(of: "/modest") ?? .max) <= 128)
        }
    }

    @Test("A client that takes no answers gets no more of them made")
    func backPressure() throws {
        let megabyte = String(repeating: "m", count: 1 << 20)
        try serve { _ in
            .text(megabyte)
        } while: { server in
            let client = try server.client(receiveBuffer: 8_192)
            try client.send(String(repeating: RawRequest("GET /").text, count: 40))
            #expect(soon { server.sum(\.requests) > 0 })
            #expect(!client.isQuiet(for: RawClient.patience))
            let made = settled { server.sum(\.requests) }
            #expect(made < 20)
            for _ in 1...40 { #expect(try client.answer().text == megabyte) }
        }
    }

    @Test("A client that has finished sending gets an answer to each")
    func halfClosed() throws {
        try serve {
            .text($0.target.pathText)
        } while: { server in
            let client = try server.client()
            try client.send(requests("/a", "/b", "/c"))
            client.finish()
            for path in ["/a", "/b", "/c"] { #expect(try client.answer().text == path) }
            #expect(try client.ending() == .finished)
        }
    }

    private func requests(_ paths: String...) -> String {
        paths.map { RawRequest("GET \($0)").text }.joined()
    }
}
