import Synchronization

/// What a command said and complained about.
final class Transcript: Sendable {
    private let texts = Mutex("")
    private let lines = Mutex<[String]>([])

    var said: String { texts.withLock { $0 } }
    var complained: [String] { lines.withLock { $0 } }

    func say(_ text: String) {
        texts.withLock { $0 += text }
    }

    func complain(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}
