import JSON
import Synchronization
import Workbench

/// Somebody's stream of events, read as a browser reads it.
final class StreamEar: Sendable {
    struct Event: Equatable {
        let id: String
        let data: JSON
    }

    let head: RawAnswer
    private let client: Mutex<RawClient>
    private let unread = Mutex("")

    init(_ client: sending RawClient, _ head: RawAnswer) {
        self.client = Mutex(client)
        self.head = head
    }

    /// The next block of lines.
    func block() async throws -> String {
        try await LiveRoom.blocking { [self] in
            while true {
                let block = unread.withLock { unread -> String? in
                    guard let end = unread.firstRange(of: "\n\n") else { return nil }
                    defer { unread.removeSubrange(..<end.upperBound) }
                    return String(unread[..<end.lowerBound])
                }
                if let block { return block }
                let chunk = try client.withLock { try $0.chunk() }
                guard let chunk else { throw RawClient.Failure.unexpected("the end") }
                unread.withLock { $0 += String(decoding: chunk, as: UTF8.self) }
            }
        }
    }

    /// The next event with data in it.
    func hear() async throws -> Event {
        while true {
            var (id, data) = ("", "")
            for line in try await block().split(separator: "\n") {
                if line.hasPrefix("id: ") { id = String(line.dropFirst(4)) }
                if line.hasPrefix("data: ") { data += line.dropFirst(6) }
            }
            if !data.isEmpty { return Event(id: id, data: try JSON.parse(Array(data.utf8))) }
        }
    }

    func leave() {
        client.withLock { $0.close() }
    }
}
