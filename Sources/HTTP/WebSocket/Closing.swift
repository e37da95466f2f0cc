/// What a Close frame says (RFC 6455 section 5.5.1).
package struct Closing: Equatable, Sendable {
    /// Nil where the frame was empty.
    package let code: CloseCode?
    package let reason: String

    package init(_ code: CloseCode?, _ reason: String = "") {
        self.code = code
        self.reason = reason
    }

    /// Reads a frame's payload.
    init(payload: [UInt8]) throws(WebSocketFault) {
        guard !payload.isEmpty else {
            self.init(nil)
            return
        }
        guard payload.count >= 2 else { throw .halfCloseCode }
        let code = CloseCode(UInt16(payload[0]) << 8 | UInt16(payload[1]))
        guard code.mayBeSent else { throw .forbiddenCloseCode }
        guard let reason = try? UTF8Span(validating: payload.span.extracting(droppingFirst: 2))
        else { throw .notUTF8 }
        self.init(code, String(copying: reason))
    }

    /// A frame's payload. What is too long for one is cut between two characters.
    var payload: [UInt8] {
        guard let code else { return [] }
        var payload = [UInt8(code.number >> 8), UInt8(truncatingIfNeeded: code.number)]
        for character in reason {
            guard payload.count + character.utf8.count <= FrameHead.longestControl else { break }
            payload += character.utf8
        }
        return payload
    }
}
