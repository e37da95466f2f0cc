import Chance
import HTTP
import Server
import Testing
import Workbench

@Suite("Chaos", .blocking)
struct ChaosTests {
    @Test("Clients that do anything at any time leave a server that serves, and nothing behind")
    func survives() throws {
        let limits = ServerLimits.with {
            $0.headTime = .milliseconds(300)
            $0.idleTime = .milliseconds(300)
            $0.bodyTime = .milliseconds(300)
            $0.requestTime = .milliseconds(300)
            $0.stopTime = .milliseconds(100)
            $0.halfClosedTime = .milliseconds(100)
            $0.stallTime = .milliseconds(300)
            $0.lingerTime = .milliseconds(100)
            $0.requestsPerConnection = 20
            $0.pipelined = 4
            $0.connections = 30
        }
        try serve(workers: 2, limits: limits, answer: anything) { server in
            let end = ContinuousClock.now + .seconds(2)
            try together(12) { number in
                var chance = SeededGenerator(seed: UInt64(number))
                while ContinuousClock.now < end { misbehave(server, &chance) }
            }
            #expect(soon { server.connections == 0 && server.inFlight == 0 })
            let client = try server.client()
            try client.ask("POST /echo", body: "still there")
            #expect(try client.answer().text == "still there")
        }
    }

    /// Handlers of every kind; which one is the path's choice.
    @Sendable private func anything(_ request: Request) async -> Response {
        switch request.target.pathText {
        case "/echo": return await .echo(of: request, upTo: 100_000)
        case "/unread": return .text("unread")
        case "/large": return .text(String(repeating: "l", count: 300_000))
        case "/wait":
            await Gate().passUnlessCancelled()
            return .text("waited")
        case "/tunnel":
            return Response(
                Status(101),
                body: .upgrade { tunnel in
                    while let piece = try? await tunnel.read() {
                        guard (try? await tunnel.write(piece)) != nil else { return }
                    }
                })
        default:
            return .stream { sink in
                if case .source(let source, _) = request.body {
                    while let piece = try await source.next() { try await sink.write(piece) }
                }
                for size in 1...30 { try await sink.write([UInt8](repeating: 1, count: size * 99)) }
            }
        }
    }

    /// One connection: sends some requests in pieces, perhaps garbled, reads some, and goes somehow.
    private func misbehave(_ server: LiveServer, _ chance: inout SeededGenerator) {
        guard let client = try? server.client() else { return }
        let bytes = requests(&chance)
        let stop = Int.random(in: 0...bytes.count, using: &chance)
        let end = Bool.random(using: &chance) ? bytes.count : stop
        var start = 0
        while start < end {
            let piece = min(end - start, Int.random(in: 1...2_000, using: &chance))
            let part = Array(bytes[start..<start + piece])
            guard let sent = try? client.send(part, within: .milliseconds(20)) else { return }
            start += max(1, sent)
            if Int.random(in: 0..<4, using: &chance) == 0 {
                _ = try? client.receive(within: .milliseconds(1))
            }
        }
        leave(client, &chance)
    }

    private func requests(_ chance: inout SeededGenerator) -> [UInt8] {
        let paths = ["/echo", "/unread", "/large", "/wait", "/tunnel", "/stream"]
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...8, using: &chance) {
            let path = paths.randomElement(using: &chance) ?? "/"
            let body = String(repeating: "b", count: Int.random(in: 0...3_000, using: &chance))
            let request =
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: RawRequest("GET \(path)").text
                case 1:
                    RawRequest("POST \(path)", ["Transfer-Encoding: chunked"]).text
                        + "\(String(body.utf8.count + 1, radix: 16))\r\n\(body)x\r\n0\r\n\r\n"
                case 2: RawRequest("POST \(path)", ["Expect: 100-continue"], body: body).text
                default: RawRequest("POST \(path)", body: body).text
                }
            bytes += request.utf8
        }
        if Int.random(in: 0..<5, using: &chance) == 0 {
            let place = Int.random(in: 0..<bytes.count, using: &chance)
            bytes[place] = UInt8.random(in: 0...255, using: &chance)
        }
        return bytes
    }

    private func leave(_ client: RawClient, _ chance: inout SeededGenerator) {
        switch Int.random(in: 0..<5, using: &chance) {
        case 0: client.reset()
        case 1: client.close()
        case 2:
            client.finish()
            _ = try? client.receive(within: .milliseconds(20))
        case 3: _ = try? client.receive(within: .milliseconds(5))
        default:
            for _ in 1...20 {
                guard case .bytes = try? client.receive(within: .milliseconds(20)) else { return }
            }
        }
    }
}
