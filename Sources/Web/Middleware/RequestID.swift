import HTTP

/// Gives every request an id: the client's own when it is a decent one, else a new one. The answer
/// and every log line carry it.
package struct RequestID: Middleware {
    private let ids: RequestIDs

    package init(_ ids: RequestIDs) {
        self.ids = ids
    }

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        context.requestID = id(of: request)
        return nil
    }

    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {
        response.fields.append(.requestID, context.requestID)
    }

    private func id(of request: Request) -> String {
        guard let given = request.fields.bytes(of: .requestID), RequestID.isDecent(given.span)
        else {
            return ids.next()
        }
        return String(decoding: given, as: UTF8.self)
    }

    /// 1 to 128 of `[A-Za-z0-9._-]`: nothing that needs escaping, in a log or anywhere.
    private static func isDecent(_ id: Span<UInt8>) -> Bool {
        guard (1...128).contains(id.count) else { return false }
        for index in id.indices where !isDecent(id[index]) { return false }
        return true
    }

    private static func isDecent(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: Ascii.isDigit(byte)
        }
    }
}
