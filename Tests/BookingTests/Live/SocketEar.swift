import JSON
import Synchronization
import Testing
import Workbench

/// Somebody's WebSocket.
final class SocketEar: Sendable {
    private let client: Mutex<WebSocketClient>

    init(_ client: sending WebSocketClient) {
        self.client = Mutex(client)
    }

    func say(_ text: String) throws {
        try client.withLock { try $0.send(.text(text)) }
    }

    func next() async throws -> Reply {
        try await LiveRoom.blocking { [self] in try client.withLock { try $0.reply() } }
    }

    /// The next message, which is JSON.
    func hear() async throws -> JSON {
        let reply = try await next()
        guard case .text(let text) = reply else { throw RawClient.Failure.unexpected("\(reply)") }
        return try JSON.parse(Array(text.utf8))
    }

    func leave() {
        client.withLock { $0.raw.close() }
    }

    func isQuiet() async throws -> Bool {
        try await LiveRoom.blocking { [self] in
            client.withLock { $0.raw.isQuiet(for: .milliseconds(300)) }
        }
    }
}
