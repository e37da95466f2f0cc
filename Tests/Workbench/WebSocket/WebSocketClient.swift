/// A WebSocket's client that sends whatever a test wants, and reads what a server may send only.
package final class WebSocketClient {
    private static let key = "dGhlIHNhbXBsZSBub25jZQ=="

    /// A request that asks for a WebSocket as it has to.
    package static func opening(_ path: String = "/", _ fields: [String] = []) -> RawRequest {
        RawRequest(
            "GET \(path)",
            [
                "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: \(key)",
            ] + fields)
    }

    package let raw: RawClient
    private var unread: [UInt8] = []

    /// One whose handshake is done.
    package init(
        port: UInt16, _ path: String = "/", _ fields: [String] = [], receiveBuffer: Int32? = nil
    ) throws {
        raw = try RawClient(port: port, receiveBuffer: receiveBuffer)
        try raw.send(WebSocketClient.opening(path, fields).text)
        let answer = try raw.answer()
        guard answer.status == 101 else {
            throw RawClient.Failure.unexpected("\(answer.status) \(answer.text)")
        }
    }

    package func send(_ frames: Frame...) throws {
        try raw.send(frames.flatMap(\.bytes))
    }

    /// The next thing that the server says.
    package func reply() throws -> Reply {
        guard let (opcode, payload) = try frame() else { return .end }
        let text = String(decoding: payload, as: UTF8.self)
        switch opcode {
        case 1: return .text(text)
        case 8:
            guard payload.count >= 2 else { return .close(nil) }
            return .close(UInt16(payload[0]) << 8 | UInt16(payload[1]))
        case 9: return .ping
        case 10: return .pong(text)
        default: throw RawClient.Failure.unexpected("a frame of kind \(opcode)")
        }
    }

    /// Everything up to the end.
    package func replies() throws -> [Reply] {
        var replies: [Reply] = []
        while replies.last != .end { replies.append(try reply()) }
        return replies
    }

    /// A whole frame without a mask, which is all that a server sends; nil at the end of the connection.
    private func frame() throws -> (opcode: UInt8, payload: [UInt8])? {
        guard let head = try take(2) else { return nil }
        guard head[0] & 0xF0 == 0x80, head[1] & 0x80 == 0 else {
            throw RawClient.Failure.unexpected("a frame that begins with \(head)")
        }
        var length = Int(head[1])
        if length >= 126 {
            length = (try take(length == 126 ? 2 : 8) ?? []).reduce(0) { $0 << 8 | Int($1) }
        }
        return (head[0] & 0x0F, try take(length) ?? [])
    }

    private func take(_ count: Int) throws -> [UInt8]? {
        while unread.count < count {
            guard case .bytes(let bytes) = try raw.receive() else { return nil }
            unread += bytes
        }
        defer { unread.removeFirst(count) }
        return Array(unread.prefix(count))
    }
}
