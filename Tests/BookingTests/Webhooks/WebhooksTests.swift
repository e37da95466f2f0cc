import HTTP
import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Webhooks, as admins manage them")
struct WebhooksTests {
    @Test("One is made with a secret that is told this once")
    func making() async throws {
        let desk = try await HookDesk()
        let (house, admin) = (desk.house, desk.admin)
        let answer = try await house.ask(
            .post, "/webhooks",
            ["url": .string(desk.receiver.url()), "kinds": ["review.posted", "booking.*"]],
            as: admin)
        #expect(answer.status == 201)
        #expect(answer["ETag"] == "\"1\"")
        #expect(answer.json?["kinds"] == ["booking.*", "review.posted"])
        #expect(answer.json?["active"] == true && answer.json?["ordered"] == false)
        guard case .string(let id)? = answer.json?["id"],
            case .string(let secret)? = answer.json?["secret"]
        else { throw CancellationError() }
        #expect(WebhookSecret(secret) != nil)
        let one = try await house.ask(.get, "/webhooks/\(id)", as: admin)
        let all = try await house.ask(.get, "/webhooks", as: admin)
        #expect(one.status == 200 && all.status == 200)
        #expect(one.json?["url"] == .string(desk.receiver.url()))
        #expect(all.json == .array([try #require(one.json)]))
        for text in [one.text, all.text] + house.logged.all {
            #expect(!text.contains("whsec") && !text.contains(secret.dropFirst(6)))
        }
        #expect(house.logged.all.contains { $0.contains("webhook made") && $0.contains(id) })
    }

    @Test("Without kinds it is told of everything; a secret of one's own is taken")
    func usual() async throws {
        let desk = try await HookDesk()
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let (id, taken) = try await desk.make(["secret": .string(secret)])
        #expect(taken.text == secret)
        #expect(try desk.webhook(id)?.kinds == ["*"])
    }

    @Test("All that is wrong is told at once, and nothing of a secret in it")
    func faults() async throws {
        let desk = try await HookDesk()
        let answer = try await desk.house.ask(
            .post, "/webhooks",
            [
                "url": "", "kinds": ["booking.placed", "booking.lost", "journal.*"],
                "secret": "whsec_notgood", "ordered": "yes",
            ], as: desk.admin)
        #expect(answer.status == 422)
        guard case .array(let faults)? = answer.json?["errors"] else { throw CancellationError() }
        #expect(
            faults.map { $0["field"] } == ["url", "kinds.1", "kinds.2", "secret", "ordered"])
        #expect(!answer.text.contains("notgood"))
        let none = try await desk.house.ask(
            .post, "/webhooks", ["url": .string(desk.receiver.url()), "kinds": []], as: desk.admin)
        #expect(none.status == 422)
    }

    @Test("Only who manages webhooks has anything to do with them")
    func access() async throws {
        let desk = try await HookDesk()
        let (id, _) = try await desk.make()
        let asks: [(HTTP.Method, String)] = [
            (.get, "/webhooks"), (.post, "/webhooks"), (.get, "/webhooks/\(id)"),
            (.patch, "/webhooks/\(id)"), (.delete, "/webhooks/\(id)"),
            (.post, "/webhooks/\(id)/secret"), (.post, "/webhooks/\(id)/ping"),
            (.get, "/webhooks/\(id)/deliveries"),
        ]
        for (method, path) in asks {
            #expect(try await desk.house.ask(method, path).status == 401)
            #expect(
                try await desk.house.ask(method, path, [:], as: desk.reception.fay).status == 403)
        }
        let unknown = "0190a5b0-7c1d-7e2f-8a3b-4c5d6e7f8091"
        for (method, path) in asks.dropFirst(2) {
            let path = path.replacing(id, with: unknown)
            #expect(try await desk.house.ask(method, path, [:], as: desk.admin).status == 404)
        }
    }

    @Test("A request that comes again with its key makes one, and tells the same secret")
    func twice() async throws {
        let desk = try await HookDesk()
        let body: JSON = ["url": .string(desk.receiver.url())]
        let key = [("Idempotency-Key", "k1")]
        let first = try await desk.house.ask(.post, "/webhooks", body, as: desk.admin, key)
        let second = try await desk.house.ask(.post, "/webhooks", body, as: desk.admin, key)
        #expect(first.json != nil && first.json == second.json)
        #expect(second["Idempotency-Replayed"] == "true")
        #expect(try await desk.reception.ids("/webhooks", as: desk.admin).count == 1)
    }

    @Test("Who has seen an older state changes and deletes nothing")
    func stale() async throws {
        let desk = try await HookDesk()
        let (id, _) = try await desk.make()
        let path = "/webhooks/\(id)"
        let changed = try await desk.house.ask(
            .patch, path, ["description": "For the till"], as: desk.admin, [("If-Match", "\"1\"")])
        #expect(changed.status == 200 && changed["ETag"] == "\"2\"")
        let stale = [("If-Match", "\"1\"")]
        #expect(
            try await desk.house.ask(.patch, path, ["active": false], as: desk.admin, stale)
                .status == 412)
        #expect(try await desk.house.ask(.delete, path, as: desk.admin, stale).status == 412)
        #expect(try desk.webhook(id)?.isActive == true)
        let same = try await desk.house.ask(
            .patch, path, ["description": "For the till"], as: desk.admin)
        #expect(same["ETag"] == "\"2\"")
        let emptied = try await desk.house.ask(
            .patch, path, ["description": nil], as: desk.admin, [("If-Match", "\"2\"")])
        #expect(emptied.json?["description"] == .null)
        #expect(try await desk.house.ask(.delete, path, as: desk.admin).status == 204)
        #expect(try await desk.house.ask(.get, path, as: desk.admin).status == 404)
    }

    @Test("There are a hundred at most")
    func limit() async throws {
        let desk = try await HookDesk()
        for _ in 0..<Webhook.most { _ = try await desk.make() }
        let more = try await desk.house.ask(
            .post, "/webhooks", ["url": .string(desk.receiver.url())], as: desk.admin)
        #expect(desk.house.outcome(more) == "409 too_many_webhooks")
        let page = try await desk.house.ask(.get, "/webhooks?limit=30&page=4", as: desk.admin)
        guard case .array(let items)? = page.json else { throw CancellationError() }
        #expect(items.count == 10 && page["X-Total-Count"] == "100")
    }

    @Test("Every kind of entry can be asked for, and every pattern means some kinds")
    func kinds() throws {
        let recorded = try Chapters(Features.chapters).kinds.map(\.name)
        for kind in recorded { #expect(WebhookKinds.all.contains(kind), "\(kind)") }
        #expect(WebhookKinds.expanded(["*"]) == Set(WebhookKinds.all))
        #expect(
            WebhookKinds.expanded(["review.*", "role.deleted"])
                == ["review.posted", "review.changed", "review.deleted", "role.deleted"])
        for pattern in WebhookKinds.patterns {
            #expect(!WebhookKinds.expanded([pattern]).isEmpty)
        }
        #expect(WebhookKinds.all.count == 34)
    }
}
