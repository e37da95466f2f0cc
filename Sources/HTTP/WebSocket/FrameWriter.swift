/// Writes the frames of a server: whole, and without a mask (RFC 6455 section 5.1).
package enum FrameWriter {
    /// Appends a message, or a control frame whose payload is short enough to be one.
    package static func append(
        _ opcode: Opcode, _ payload: [UInt8], to bytes: inout [UInt8]
    ) {
        bytes.append(0x80 | opcode.rawValue)
        switch payload.count {
        case ...125:
            bytes.append(UInt8(payload.count))
        case ...0xFFFF:
            bytes.append(126)
            appendNumber(payload.count, bytes: 2, to: &bytes)
        default:
            bytes.append(127)
            appendNumber(payload.count, bytes: 8, to: &bytes)
        }
        bytes += payload
    }

    package static func append(_ closing: Closing, to bytes: inout [UInt8]) {
        append(.close, closing.payload, to: &bytes)
    }

    private static func appendNumber(_ number: Int, bytes size: Int, to bytes: inout [UInt8]) {
        for shift in stride(from: 8 * (size - 1), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
