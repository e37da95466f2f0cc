import Testing
import Workbench

/// What a client sends on a WebSocket, and what it has to get: written after RFC 6455.
struct WebSocketCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let replies: [Reply]

    /// A case that leaves the socket open.
    init(_ name: String, _ frames: [Frame], gives replies: Reply...) {
        self.name = name
        self.bytes = frames.flatMap(\.bytes)
        self.replies = replies
    }

    /// A case that ends it.
    init(
        _ name: String, _ frames: [Frame], after earlier: [Reply] = [], closes code: UInt16?
    ) {
        self.name = name
        self.bytes = frames.flatMap(\.bytes)
        self.replies = earlier + [.close(code), .end]
    }

    var testDescription: String { name }
    var ends: Bool { replies.last == .end }

    static let all = frames + fragments + controls + texts + closings
}
