/// Why a WebSocket is closed (RFC 6455 section 7.4).
package struct CloseCode: Hashable, Sendable {
    package let number: UInt16

    package init(_ number: UInt16) {
        self.number = number
    }

    package static var normal: CloseCode { CloseCode(1_000) }
    /// The server stops, or the page is left.
    package static var goingAway: CloseCode { CloseCode(1_001) }
    package static var protocolError: CloseCode { CloseCode(1_002) }
    /// Bytes that are not what their type says: text that isn't UTF-8.
    package static var invalidPayload: CloseCode { CloseCode(1_007) }
    package static var policyViolation: CloseCode { CloseCode(1_008) }
    package static var messageTooBig: CloseCode { CloseCode(1_009) }
    package static var internalError: CloseCode { CloseCode(1_011) }
    /// There is more to do than can be done now: the client may come again (IANA's registry).
    package static var tryAgainLater: CloseCode { CloseCode(1_013) }
    /// Ours: whoever listens has not proved who they are, or not any more. The number is in the range that is
    /// left to applications, and its end is that of the status 401.
    package static var unauthorized: CloseCode { CloseCode(4_401) }

    /// Whether it may stand in a frame. 1005, 1006 and 1015 are for what programs tell each other when there was
    /// none; 1004 has no meaning; what is below 3000 besides these is not given out yet (section 7.4.2, and
    /// IANA's registry for 1012 to 1014).
    package var mayBeSent: Bool {
        switch number {
        case 1_000...1_003, 1_007...1_014, 3_000...4_999: true
        default: false
        }
    }
}
