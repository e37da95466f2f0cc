import HTTP
import Server
import Testing
import Workbench

@Suite("The time of a request", .blocking)
struct RequestTimeTests {
    private let limits = ServerLimits.with {
        $0.requestTime = .milliseconds(200)
        $0.stopTime = .milliseconds(200)
    }

    @Test("When it is over the task is cancelled, knows why, and may still answer")
    func cancelled() throws {
        try serve(limits: limits) { request in
            if request.target.pathText == "/quick" { return .text("ok") }
            let began = ContinuousClock.now
            await Gate().passUnlessCancelled()
            let inTime = ContinuousClock.now - began >= .milliseconds(190)
            return request.exchange.isOutOfTime && Task.isCancelled && inTime
                ? .text("too late", .gatewayTimeout) : .text("?")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.answer().status == 504)
            try client.ask("GET /quick")
            #expect(try client.answer().text == "ok")
            #expect(server.refusals(.requestTime) == 1)
        }
    }

    @Test("A handler may set another limit")
    func extended() throws {
        try serve(limits: limits) { request in
            request.exchange.limitTime(to: .milliseconds(600))
            let began = ContinuousClock.now
            await Gate().passUnlessCancelled()
            let isLonger = ContinuousClock.now - began >= .milliseconds(500)
            return .text("\(isLonger) \(request.exchange.isOutOfTime)")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            #expect(try client.answer().text == "true true")
        }
    }

    @Test("A handler is told how much is left of it, less and less and never less than nothing")
    func left() throws {
        try serve(limits: limits) { request in
            let first = request.exchange.timeLeft
            await Gate().passUnlessCancelled()
            let isPlausible = first > .zero && first <= .milliseconds(201)
            return .text("\(isPlausible) \(request.exchange.timeLeft)")
        } while: { server in
            let client = try server.client()
            try client.ask("GET /")
            // The task has been told to stop, and time for that is nobody's to plan with.
            #expect(try client.answer().text == "true \(Duration.zero)")
        }
    }

    @Test("The next request has a time of its own")
    func anew() throws {
        try serve(limits: limits) { request in
            .text("\(request.exchange.isOutOfTime)")
        } while: { server in
            let client = try server.client()
            for _ in 1...5 {
                try client.ask("GET /")
                #expect(try client.answer().text == "false")
                #expect(client.isQuiet(for: .milliseconds(80)))
            }
        }
    }

    @Test("A handler that doesn't stop is cut off after the stop time, and the loop lives on")
    func ignored() throws {
        let gate = Gate()
        try serve(limits: limits) { request in
            if request.target.pathText == "/deaf" { await gate.pass() }
            return .text("ok")
        } while: { server in
            let (client, other) = (try server.client(), try server.client())
            try client.ask("GET /deaf")
            #expect(try client.ending() == .finished)
            #expect(server.inFlight == 1)
            try other.ask("GET /")
            #expect(try other.answer().text == "ok")
            gate.open()
            #expect(soon { server.inFlight == 0 })
        }
    }

    @Test("A handler that asks for a body when its time is over is told, not left waiting")
    func asksLate() throws {
        let limits = ServerLimits.with { $0.requestTime = .milliseconds(100) }
        try serve(limits: limits) { request in
            await Gate().passUnlessCancelled()
            return await .echo(of: request)
        } while: { server in
            let client = try server.client()
            try client.ask("POST /", "Content-Length: 4")
            #expect(try client.answer().text == "CancellationError")
        }
    }
}
