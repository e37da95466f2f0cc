/// What a frame of a WebSocket is (RFC 6455 section 5.2).
package enum Opcode: UInt8, CaseIterable, Sendable {
    case continuation = 0x0
    case text = 0x1
    case binary = 0x2
    case close = 0x8
    case ping = 0x9
    case pong = 0xA

    /// Whether it steers the connection and belongs to no message: then it is short, whole, and may stand
    /// between the frames of one (section 5.5).
    package var isControl: Bool { rawValue >= 0x8 }
}
