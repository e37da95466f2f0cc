import Synchronization
import Workbench

/// What the key server answers next.
final class GoogleReply: Sendable {
    private let reply: Mutex<RawServer.Reply>

    init(_ reply: RawServer.Reply) {
        self.reply = Mutex(reply)
    }

    var next: RawServer.Reply { reply.withLock { $0 } }

    func set(_ reply: RawServer.Reply) {
        self.reply.withLock { $0 = reply }
    }
}
