/// A client's wish to go on as a WebSocket (RFC 6455 section 4.2.1), found to be in order.
package struct WebSocketOpening: Equatable, Sendable {
    /// What is wrong with a request that should open a WebSocket.
    package enum Fault: Error, Equatable, CaseIterable, Sendable {
        /// It doesn't ask for one, or asks in HTTP/1.0.
        case noUpgrade
        /// It asks for a version other than 13, which is the RFC's.
        case otherVersion
        /// Its key is not 16 bytes in Base64.
        case badKey
        /// It has a body, which the protocol has no place for.
        case hasBody
    }

    /// The only version there is.
    package static let version = "13"
    /// What is put behind a client's key (section 1.3): no server that knows nothing of WebSockets would.
    private static let magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    /// What shows the client that it was understood: `Sec-WebSocket-Accept`.
    package let accept: String

    package init(_ head: borrowing RequestHead) throws(Fault) {
        let fields = head.fields
        guard head.method == .get, head.version == .http11,
            WebSocketOpening.has("websocket", in: fields.list(.upgrade)),
            WebSocketOpening.has("Upgrade", in: fields.list(.connection))
        else { throw .noUpgrade }
        guard fields.count(of: .webSocketVersion) == 1,
            fields[.webSocketVersion] == WebSocketOpening.version
        else { throw .otherVersion }
        guard fields.count(of: .webSocketKey) == 1, let key = fields.bytes(of: .webSocketKey),
            WebSocketOpening.isKey(Array(key))
        else { throw .badKey }
        guard head.framing == .none else { throw .hasBody }
        let digest = SHA1.hash(of: Array(key) + Array(WebSocketOpening.magic.utf8))
        accept = WebSocketOpening.base64(digest)
    }

    /// The answer's fields, `Connection` aside, which the server writes.
    package var fields: ResponseFields {
        ResponseFields([.upgrade: "websocket", .webSocketAccept: accept])
    }

    private static func has(_ member: String, in list: String?) -> Bool {
        list.map { FieldList.contains(Array($0.utf8)[...], member) } ?? false
    }

    /// 16 bytes are 22 digits, the last of which stands for two bits, and two signs that fill it up.
    private static func isKey(_ key: [UInt8]) -> Bool {
        guard key.count == 24, key[22] == UInt8(ascii: "="), key[23] == UInt8(ascii: "=") else {
            return false
        }
        return key[..<22].allSatisfy(digits.contains) && "AQgw".utf8.contains(key[21])
    }

    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Bytes in Base64, filled up (RFC 4648 section 4).
    private static func base64(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(start + 3, bytes.count)]
            let number = (piece + [0, 0]).prefix(3).reduce(0) { $0 << 8 | Int($1) }
            for place in 0...3 {
                let isThere = place <= piece.count
                text.append(
                    isThere ? digits[number >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
