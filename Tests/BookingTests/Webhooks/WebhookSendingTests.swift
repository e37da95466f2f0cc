import JSON
import Testing
import Time
import Workbench

@testable import Booking

@Suite("How webhooks are told")
struct WebhookSendingTests {
    /// The secrets whose signatures a request bears.
    private func signers(
        of request: Receiver.Request, among secrets: [WebhookSecret]
    ) throws -> [WebhookSecret] {
        let id = try #require(request["webhook-id"])
        let seconds = try #require(request["webhook-timestamp"].flatMap { Int64($0) })
        let given = try #require(request["webhook-signature"]).split(separator: " ")
        let signers = try secrets.filter { secret in
            let signature = try WebhookSignature(
                of: request.body, id: id, at: Instant(seconds: seconds), with: [secret])
            return given.contains { $0 == signature.text }
        }
        #expect(signers.count == given.count)
        return signers
    }

    @Test("It is posted as JSON, and signed with the webhook's secret at the moment of sending")
    func signed() async throws {
        let desk = try await HookDesk()
        let (id, secret) = try await desk.make()
        _ = try await desk.reception.makeClass()
        desk.house.clock.move(100)
        try await desk.settle(id)
        let request = try #require(desk.receiver.requests.first)
        #expect(request.head.hasPrefix("POST /hook HTTP/1.1\r\n"))
        #expect(request["Content-Type"] == "application/json")
        #expect(request["webhook-timestamp"] == "\(1_768_467_600 + 102)")
        #expect(try signers(of: request, among: [secret, .make()]) == [secret])
        let delivery = try #require(try await desk.deliveries(id).first)
        #expect(delivery["id"] == request["webhook-id"].map(JSON.string))
        #expect(delivery["state"] == "delivered" && delivery["attempts"] == 1)
    }

    @Test("For a day after another secret is made, both sign; then only the new one")
    func rotation() async throws {
        let desk = try await HookDesk()
        let (id, old) = try await desk.make()
        let answer = try await desk.house.ask(.post, "/webhooks/\(id)/secret", as: desk.admin)
        guard answer.status == 201, case .string(let text)? = answer.json?["secret"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        let new = try #require(WebhookSecret(text))
        #expect(new != old)
        #expect(answer.json?["previous_secret_until"] == "2026-01-16T09:00:02.000Z")
        let seen = try await desk.house.ask(.get, "/webhooks/\(id)", as: desk.admin)
        #expect(!seen.text.contains("whsec"))

        for seconds: Int64 in [86_399, 1] {
            desk.house.clock.move(seconds)
            let admin = try await desk.house.signIn("boss")
            _ = try await desk.house.ask(.post, "/webhooks/\(id)/ping", as: admin)
            try await desk.settle(id)
        }
        let requests = desk.receiver.requests
        #expect(try signers(of: requests[0], among: [old, new]) == [old, new])
        #expect(try signers(of: try #require(requests.last), among: [old, new]) == [new])
    }

    @Test("A ping goes the same way, and is answered with its delivery")
    func ping() async throws {
        let desk = try await HookDesk()
        let (id, secret) = try await desk.make(["kinds": ["role.*"]])
        let answer = try await desk.house.ask(.post, "/webhooks/\(id)/ping", as: desk.admin)
        #expect(answer.status == 202)
        #expect(answer.json?["kind"] == "webhook.ping" && answer.json?["state"] == "pending")
        try await desk.settle(id)
        let request = try #require(desk.receiver.requests.first)
        #expect(try signers(of: request, among: [secret]) == [secret])
        #expect(answer.json?["id"] == request["webhook-id"].map(JSON.string))
        let message = try #require(try desk.messages.first)
        #expect(message["type"] == "webhook.ping" && message["data"]?["id"] == .string(id))
        #expect(try await desk.deliveries(id).first?["state"] == "delivered")
    }

    @Test("What fails is tried again later, under the same id with a newer signature")
    func again() async throws {
        let desk = try await HookDesk { request in
            .answer("500 Oops", body: Array("try later".utf8))
        }
        let (id, secret) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(desk.receiver.requests.count == 1)
        desk.house.clock.move(60)
        try await desk.settle(id)
        let requests = desk.receiver.requests
        #expect(requests.count == 2)
        #expect(requests[0]["webhook-id"] == requests[1]["webhook-id"])
        #expect(requests[0]["webhook-signature"] != requests[1]["webhook-signature"])
        #expect(requests[0].body == requests[1].body)
        for request in requests {
            #expect(try signers(of: request, among: [secret]) == [secret])
        }
        let delivery = try #require(try await desk.deliveries(id, "?state=pending").first)
        #expect(delivery["last_error"] == "status 500")
        guard case .array(let log)? = delivery["log"] else { throw CancellationError() }
        #expect(log.map { $0["status"] } == [500, 500])
        #expect(log.map { $0["answer"] } == ["try later", "try later"])
        #expect(log.map { $0["error"] } == Array(repeating: "status 500", count: 2))
    }

    @Test("Of a long answer 4 KiB are kept in the log")
    func longAnswer() async throws {
        let desk = try await HookDesk { _ in
            .answer("400 Bad", body: [UInt8](repeating: 0x41, count: 100_000))
        }
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        guard case .array(let log)? = try await desk.deliveries(id).first?["log"] else {
            throw CancellationError()
        }
        #expect(log.first?["answer"] == .string(String(repeating: "A", count: 4_096)))
    }

    @Test(
        "A redirect is a failure and leads nowhere",
        arguments: ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
    func redirects(status: String) async throws {
        let desk = try await HookDesk { request in
            request.target == "/hook"
                ? .answer(status, fields: ["Location: /other"]) : .answer("200 OK")
        }
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(desk.receiver.requests.map(\.target) == ["/hook"])
        let delivery = try #require(try await desk.deliveries(id).first)
        #expect(delivery["last_error"] == "a redirect, which is not followed")
        #expect(delivery["state"] == "pending")
    }

    @Test("Who answers 410 is switched off with the reason, until an admin switches it on again")
    func gone() async throws {
        let desk = try await HookDesk { _ in .answer("410 Gone") }
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        let seen = try await desk.house.ask(.get, "/webhooks/\(id)", as: desk.admin)
        #expect(seen.json?["active"] == false)
        #expect(
            seen.json?["inactive_reason"]
                == "status 410: the receiver wants no messages any more")
        #expect(try await desk.deliveries(id, "?state=dead").count == 2)
        let count = desk.receiver.requests.count
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(desk.receiver.requests.count == count)
        let ping = try await desk.house.ask(.post, "/webhooks/\(id)/ping", as: desk.admin)
        #expect(desk.house.outcome(ping) == "409 webhook_inactive")

        let again = try await desk.house.ask(
            .patch, "/webhooks/\(id)", ["active": true], as: desk.admin)
        #expect(again.json?["inactive_reason"] == .null)
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(desk.receiver.requests.count == count + 1)
    }

    @Test(
        "Who says when to come again is left alone until then",
        arguments: ["429 Too Many Requests", "503 Service Unavailable"],
        ["3600", "Thu, 15 Jan 2026 10:00:02 GMT"])
    func retryAfter(status: String, moment: String) async throws {
        let desk = try await HookDesk { _ in
            .answer(status, fields: ["Retry-After: \(moment)"])
        }
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(
            try await desk.deliveries(id).first?["next_attempt_at"] == "2026-01-15T10:00:02.000Z")
    }

    @Test(
        "What a receiver asks for that is no moment is not believed",
        arguments: [
            "", "soon", "-1", "12345678", "1.5", "Thu, 32 Jan 2026 10:00:02 GMT",
            "Thu, 15 Foo 2026 10:00:02 GMT",
        ])
    func nonsense(text: String) {
        #expect(RetryAfter.moment(text, at: Instant(seconds: 0)) == nil)
    }

    @Test("One that is switched off is told nothing of meanwhile, also not later")
    func off() async throws {
        let desk = try await HookDesk()
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        let turn = { (isActive: Bool) in
            try await desk.house.ask(
                .patch, "/webhooks/\(id)", ["active": .bool(isActive)], as: desk.admin)
        }
        #expect(try await turn(false).json?["active"] == false)
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(try await turn(true).json?["active"] == true)
        try await desk.settle(id)
        #expect(desk.receiver.requests.isEmpty)
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(desk.receiver.requests.count == 1)
    }

    @Test("One that is deleted leaves nothing behind")
    func deleted() async throws {
        let desk = try await HookDesk { _ in .answer("500 Oops") }
        let (id, _) = try await desk.make(["kinds": ["class.*"]])
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(
            try await desk.house.ask(.delete, "/webhooks/\(id)", as: desk.admin).status == 204)
        #expect(try desk.house.place(of: "webhook/\(id)") == nil)
        let path = "/deliveries?channel=webhook"
        #expect(try await desk.house.ask(.get, path, as: desk.admin).json == [])
    }
}
