import HTTP
import JSON
import Posix
import Server
import Testing
import Web
import Workbench

@testable import Booking

/// A house with a server at which people listen; they book as everywhere else in it.
final class LiveRoom: Sendable {
    static let socket = "/api/v1/notifications/socket"
    static let stream = "/api/v1/notifications/stream"

    let reception: Reception
    let hub: LiveHub
    let server: Server

    init(atMost most: Int = 1_000, allowOrigin origins: CORS.AllowedOrigins = .none) async throws {
        reception = try await Reception()
        let house = reception.house
        let log = Log(.debug, clock: .system) {
            house.logged.add(String(decoding: $0, as: UTF8.self))
        }
        hub = LiveHub(
            house.journal, in: house.database, doorkeeper: house.doorkeeper,
            clock: house.clock.clock, log: log, atMost: most)
        let ids = RequestIDs(process: 7)
        let application = Application(
            try Router(Notifications(hub, allowOrigin: origins).routes.strict),
            proxies: TrustedProxies([]),
            layers: [
                RequestID(ids), Compression(), house.doorkeeper.authentication, TimeLimit(),
                Conditional(),
            ],
            problems: ProblemResponses(log: log, translate: Problem.ofStorage),
            refusals: RefusalAnswers(ids: ids, headers: SecurityHeaders(.http), log: nil))
        server = try Server(
            SocketAddress(IPAddress(v4: 0x7F00_0001), port: 0), workers: 1, handler: application)
    }

    deinit {
        server.stopNow()
    }

    /// Asks a route of notices; the client blocks, so it has a thread of its own.
    func ask(
        _ line: String, as person: Person?, _ fields: [String] = [], body: String? = nil
    ) async throws -> RawAnswer {
        let (port, token) = (
            server.address.port, person.map { ["Authorization: Bearer \($0.token)"] } ?? []
        )
        let type = body == nil ? [] : ["Content-Type: application/json"]
        return try await LiveRoom.blocking {
            let client = try RawClient(port: port)
            try client.send(RawRequest(line, token + type + fields, body: body).text)
            return try client.answer()
        }
    }

    /// Does what blocks on a thread of its own, as the pool's are needed by those who tell.
    static func blocking<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let result = Notes<Result<Value, any Error>>()
        try await OwnThread.run { result.add(Result { try body() }) }
        return try #require(result.all.first).get()
    }

    func ticket(_ person: Person) async throws -> String {
        let answer = try await ask("POST /api/v1/notifications/ticket", as: person)
        guard case .string(let ticket)? = answer.json?["ticket"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return ticket
    }

    func open(
        _ path: String = LiveRoom.socket, _ fields: [String] = []
    ) async throws -> SocketEar {
        let port = server.address.port
        return try await LiveRoom.blocking {
            SocketEar(try WebSocketClient(port: port, path, fields))
        }
    }

    /// Somebody's WebSocket that is ready.
    func listen(_ person: Person) async throws -> SocketEar {
        let ear = try await open(LiveRoom.socket, ["Authorization: Bearer \(person.token)"])
        #expect(try await ear.next() == .text(#"{"type":"ready"}"#))
        return ear
    }

    /// Somebody's stream of events, from its beginning.
    func follow(_ person: Person, _ fields: [String] = []) async throws -> StreamEar {
        let request = RawRequest(
            "GET \(LiveRoom.stream)", ["Authorization: Bearer \(person.token)"] + fields)
        let port = server.address.port
        return try await LiveRoom.blocking {
            let client = try RawClient(port: port)
            try client.send(request.text)
            return StreamEar(client, try client.head())
        }
    }
}
