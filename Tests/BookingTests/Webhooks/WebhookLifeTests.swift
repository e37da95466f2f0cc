import JSON
import Outbound
import Testing
import Workbench

@testable import Booking

@Suite("Webhooks of a server that runs")
struct WebhookLifeTests {
    private func start(_ desk: HookDesk) async throws {
        try await desk.house.notices.start(desk.house.webhooks.channels())
    }

    @Test("One that is made while it runs is told at once, one that is deleted is told nothing")
    func made() async throws {
        let desk = try await HookDesk()
        try await start(desk)
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        #expect(await eventually { desk.receiver.requests.count == 1 })
        _ = try await desk.house.ask(
            .patch, "/webhooks/\(id)", ["kinds": ["event.*"]], as: desk.admin)
        _ = try await desk.reception.makeClass()
        _ = try await desk.reception.makeEvent()
        #expect(await eventually { desk.receiver.requests.count == 2 })
        #expect(try desk.messages.last?["type"] == "event.created")
        #expect(
            try await desk.house.ask(.delete, "/webhooks/\(id)", as: desk.admin).status == 204)
        let (other, _) = try await desk.make(["kinds": ["event.*"]], to: "/other")
        _ = try await desk.reception.makeEvent()
        #expect(await eventually { desk.receiver.requests.last?.target == "/other" })
        #expect(desk.receiver.requests.count == 3)
        #expect(try await desk.deliveries(other).count == 1)
        await desk.house.notices.stop()
    }

    @Test("After a restart each goes on where it was; secrets are sealed anew with the new key")
    func restart() async throws {
        let desk = try await HookDesk()
        let (id, secret) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        let before = try #require(try desk.webhook(id)).secrets.current
        let house = desk.house
        let next = try Webhooks(
            house.notices, house.idempotency, key: "another", previousKey: "a secret for webhooks")
        try await house.notices.start(next.channels())
        #expect(await eventually { desk.receiver.requests.count == 1 })
        let sealed = try #require(try desk.webhook(id)).secrets.current
        #expect(sealed != before)
        #expect(
            try WebhookSeal(key: Array("another".utf8)).open(sealed, of: id)?.secret == secret)
        await house.notices.stop()
    }

    @Test("A secret that the server can't read any more is said to be the trouble")
    func lostKey() async throws {
        let desk = try await HookDesk()
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        let house = desk.house
        let next = try Webhooks(house.notices, house.idempotency, key: "another")
        try await house.notices.start(next.channels())
        var error: JSON?
        _ = await eventually {
            error = try? await desk.deliveries(id).first?["last_error"]
            return error != nil && error != .null
        }
        #expect(
            error
                == "the webhook's secret can't be read, as the server's has changed: give it another one"
        )
        #expect(desk.receiver.requests.isEmpty)
        await house.notices.stop()
    }

    @Test("Receivers that are dead, slow, endless or rude delay none that is well")
    func bad() async throws {
        let paths = ["/silence", "/drip", "/flood", "/cut", "/redirect", "/gone", "/oops"]
        var options = House.Options()
        // Who waited for one that says nothing would wait for longer than the test has patience.
        options.webhookClient = WebClient(
            .httpsOrLoopback, connectWithin: .seconds(600), within: .seconds(600),
            atMost: Reply.mostBytes, beyond: .dropped)
        let desk = try await HookDesk(options) { request in
            switch request.target {
            case "/silence": .silence
            case "/drip": .drip(Array("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".utf8))
            case "/flood": .flood(100_000_000)
            case "/cut": .cut
            case "/redirect": .answer("302 Found", fields: ["Location: /well"])
            case "/gone": .answer("410 Gone")
            case "/oops": .answer("500 Oops")
            default: .answer("200 OK")
            }
        }
        defer { desk.receiver.stop() }
        let well = try await desk.make(["kinds": ["class.*"]], to: "/well").id
        for path in paths {
            for _ in 0..<5 { _ = try await desk.make(["kinds": ["class.*"]], to: path) }
        }
        try await start(desk)
        for _ in 0..<30 { _ = try await desk.reception.makeClass() }
        let arrived = { desk.receiver.requests.count { $0.target == "/well" } }
        #expect(await eventually { arrived() == 30 })
        // Now that all of them hang, one more.
        _ = try await desk.reception.makeClass()
        #expect(await eventually { arrived() == 31 })
        let states = try await desk.deliveries(well, "?limit=100").map { $0["state"] }
        #expect(states.count { $0 == "delivered" } >= 30)
        // Of fifteen gigabytes, what the sockets' buffers took.
        #expect(desk.receiver.bytesSent < 2_000_000_000)
        await desk.house.notices.stop()
    }
}
