import Glibc
import HTTP
import Server
import Testing
import Workbench

@Suite("The pace of a body", .blocking)
struct BodyPaceTests {
    private let limits = ServerLimits.with {
        $0.bodyTime = .milliseconds(300)
        $0.bodyRate = 1_000
    }

    @Test("A body that stays away is answered with 408, and the connection ends")
    func silent() throws {
        try serve(limits: limits) {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: 100")
            let answer = try client.answer()
            #expect(answer.status == 408)
            #expect(answer.text == "body_timeout")
            #expect(answer.closes)
            #expect(try client.ending() == .finished)
            #expect(server.refusals(.bodyTime) == 1)
        }
    }

    @Test("A body that dribbles is, too, however steadily")
    func dribbles() throws {
        try serve(limits: limits) {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: 100000")
            for _ in 1...60 where client.isQuiet(for: .milliseconds(50)) { try client.send("x") }
            #expect(!client.isQuiet(for: .zero))
            #expect(try client.answer().status == 408)
        }
    }

    @Test("A body that keeps the pace may take as long as it needs")
    func keepsPace() throws {
        let piece = String(repeating: "p", count: 400)
        try serve(limits: limits) {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: \(10 * piece.utf8.count)")
            for _ in 1...10 {
                try client.send(piece)
                usleep(100_000)
            }
            #expect(try client.answer().text == String(repeating: piece, count: 10))
        }
    }

    @Test("The time in which a body is waited for is not the work's")
    func notTheWork() throws {
        let limits = ServerLimits.with { $0.requestTime = .milliseconds(200) }
        try serve(limits: limits) {
            await .echo(of: $0)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: 4")
            usleep(500_000)
            try client.send("late")
            #expect(try client.answer().text == "late")
            #expect(server.refusals(.requestTime) == 0)
        }
    }

    @Test("The work's time goes on behind the body")
    func workGoesOn() throws {
        let limits = ServerLimits.with { $0.requestTime = .milliseconds(200) }
        try serve(limits: limits) { request in
            let answer = await Response.echo(of: request)
            await Gate().passUnlessCancelled()
            return request.exchange.isOutOfTime ? .text("late", .gatewayTimeout) : answer
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: 4")
            #expect(soon { server.inFlight == 1 })
            try client.send("body")
            #expect(try client.answer().status == 504)
        }
    }
}
