import JSON
import Outbound
import Testing
import Workbench

@testable import Booking

@Suite("Which addresses can be webhooks")
struct WebhookAddressTests {
    private func house(
        _ schemes: WebClient.Schemes, allowsPrivate: Bool
    ) async throws -> (House, Person) {
        var options = House.Options()
        options.webhookClient = Webhooks.client(schemes, allowsPrivate: allowsPrivate)
        let house = try await House(options)
        return (house, try await house.admin())
    }

    private func fault(_ answer: RawAnswer) -> JSON? {
        guard answer.status == 422, case .array(let faults)? = answer.json?["errors"],
            faults.count == 1, faults[0]["field"] == "url", faults[0]["pointer"] == "/url"
        else { return nil }
        return faults[0]["code"]
    }

    @Test("None that leads into a private network, however it is written")
    func privateAddresses() async throws {
        let (house, admin) = try await house(.any, allowsPrivate: false)
        for url in PrivateURLs.all {
            let answer = try await house.ask(.post, "/webhooks", ["url": .string(url)], as: admin)
            #expect(fault(answer) == "private_address", "\(url): \(answer.text)")
        }
        #expect(try await house.ask(.get, "/webhooks", as: admin).json == [])
    }

    @Test("One can't be moved to such an address either")
    func moving() async throws {
        let (house, admin) = try await house(.https, allowsPrivate: false)
        let made = try await house.ask(
            .post, "/webhooks", ["url": "https://1.1.1.1/hook"], as: admin)
        #expect(made.status == 201)
        guard case .string(let id)? = made.json?["id"] else { throw CancellationError() }
        let moved = try await house.ask(
            .patch, "/webhooks/\(id)", ["url": "https://192.168.1.1/hook"], as: admin)
        #expect(fault(moved) == "private_address")
        let kept = try await house.ask(.get, "/webhooks/\(id)", as: admin)
        #expect(kept.json?["url"] == "https://1.1.1.1/hook")
    }

    @Test(
        "None that isn't https, can't be read, or whose name nobody has",
        arguments: [
            ("http://1.1.1.1/", "not_allowed"), ("ftp://1.1.1.1/", "not_allowed"),
            ("http://localhost/", "not_allowed"), ("file:///etc/passwd", "not_allowed"),
            ("nonsense", "bad_format"), ("https://", "bad_format"),
            ("https://me:secret@1.1.1.1/", "bad_format"), ("https://1.1.1.1:99999/", "bad_format"),
            ("https://nobody.invalid/", "unknown_host"),
        ])
    func others(url: String, code: String) async throws {
        let (house, admin) = try await house(.https, allowsPrivate: false)
        let answer = try await house.ask(.post, "/webhooks", ["url": .string(url)], as: admin)
        #expect(fault(answer) == .string(code), "\(answer.text)")
        #expect(!answer.text.contains("secret"))
    }

    @Test("Where private networks are allowed, http goes to this machine and nowhere else")
    func allowed() async throws {
        let (house, admin) = try await house(.httpsOrLoopback, allowsPrivate: true)
        let ask = { (url: String) in
            try await house.ask(.post, "/webhooks", ["url": .string(url)], as: admin)
        }
        #expect(try await ask("http://127.0.0.1:9/").status == 201)
        #expect(try await ask("https://10.0.0.1/").status == 201)
        #expect(fault(try await ask("http://10.0.0.1/")) == "not_allowed")
    }

    @Test("An address that has become private since is not connected to")
    func later() async throws {
        let receiver = try Receiver { _ in .answer("200 OK") }
        defer { receiver.stop() }
        var options = House.Options()
        options.webhookClient = Webhooks.client(.any, allowsPrivate: true)
        let house = try await House(options)
        let admin = try await house.admin()
        let made = try await house.ask(
            .post, "/webhooks", ["url": .string(receiver.url())], as: admin)
        guard case .string(let id)? = made.json?["id"] else { throw CancellationError() }
        // The same house, by one that may not go there: as if the name led there only now.
        let strict = try Webhooks(
            house.notices, house.idempotency, Webhooks.client(.any, allowsPrivate: false))
        let webhook = try strict.webhook(id, within: .seconds(5))
        let delivery = try await strict.ping(id)
        let outcome = await strict.channel(for: webhook).send(delivery)
        #expect(outcome.reason == "the address is not a public one")
        #expect(receiver.connectionCount == 0)
    }
}
