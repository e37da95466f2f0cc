import JSON
import SQLite
import Testing
import Workbench

@testable import Booking

/// A house with webhooks, and somebody who receives what is posted to them.
final class HookDesk: Sendable {
    let reception: Reception
    let receiver: Receiver

    init(
        _ options: House.Options = House.Options(),
        _ react: @escaping @Sendable (Receiver.Request) -> Receiver.Reaction = { _ in
            .answer("204 No Content")
        }
    ) async throws {
        reception = try await Reception(.inMemory, options)
        receiver = try Receiver(react)
    }

    deinit {
        receiver.stop()
    }

    var house: House { reception.house }
    var admin: Person { reception.admin }

    /// A webhook, and its secret.
    func make(
        _ others: JSON = [:], to path: String = "/hook"
    ) async throws -> (id: String, secret: WebhookSecret) {
        guard case .object(let members) = others else { throw CancellationError() }
        let url = JSON.Member("url", .string(receiver.url(path)))
        let answer = try await house.ask(
            .post, "/webhooks", .object([url] + members), as: admin)
        guard answer.status == 201, case .string(let id)? = answer.json?["id"],
            case .string(let text)? = answer.json?["secret"]
        else { throw RawClient.Failure.unexpected(answer.text) }
        return (id, try #require(WebhookSecret(text)))
    }

    func webhook(_ id: String) throws -> Webhook? {
        try house.database.read(within: .seconds(5)) { try WebhookStore.webhook(id, $0) }
    }

    /// Sends what is due to a webhook, until there is nothing more to do now.
    func settle(_ id: String) async throws {
        let webhook = try #require(try webhook(id))
        let lane = Lane(house.webhooks.channel(for: webhook), at: house.notices.desk)
        var rest = LaneRest.none
        while rest.isOfMore { rest = try await lane.turn() }
    }

    /// What was sent, the newest in front.
    func deliveries(_ id: String, _ query: String = "") async throws -> [JSON] {
        let answer = try await house.ask(.get, "/webhooks/\(id)/deliveries\(query)", as: admin)
        guard case .array(let list)? = answer.json else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return list
    }

    /// The bodies that were received.
    var messages: [JSON] {
        get throws { try receiver.requests.map { try JSON.parse($0.body) } }
    }
}
