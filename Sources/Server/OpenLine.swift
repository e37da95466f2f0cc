import HTTP

/// What a connection keeps of a line while it is one.
///
/// It stands apart from the connection because most connections never are one.
final class OpenLine {
    let kind: LineKind
    /// Nil once it was told that nothing can be sent any more.
    var holder: (any LineHolder)?
    /// Whether pieces go out as chunks, which HTTP/1.0 doesn't know.
    let isChunked: Bool
    /// What a WebSocket's client sends.
    var reader = WebSocketReader()
    /// Whether a ping has not been answered yet.
    var awaitsPong = false
    /// Whether a Close frame has been sent: nothing follows it (RFC 6455 section 5.5.1).
    var isClosing = false

    init(_ kind: LineKind, _ holder: any LineHolder, isChunked: Bool) {
        self.kind = kind
        self.holder = holder
        self.isChunked = isChunked
    }

    var isWebSocket: Bool {
        if case .webSocket = kind { return true }
        return false
    }

    /// Takes what has come in. Who reads a stream has nothing to say.
    func append(_ bytes: [UInt8]) {
        if isWebSocket { reader.append(bytes) }
    }
}
