/// A frame as a client sends it, with anything in it that could be wrong (RFC 6455 section 5.2).
package struct Frame {
    package var isLast = true
    package var reserved: UInt8 = 0
    package var opcode: UInt8
    package var mask: [UInt8]? = [0x37, 0xFA, 0x21, 0x3D]
    package var payload: [UInt8]
    /// How many bytes the length takes; nil is as few as it can be.
    package var lengthBytes: Int?
    /// What the head says, where that isn't the truth.
    package var saidLength: UInt64?

    package init(_ opcode: UInt8, _ payload: [UInt8] = []) {
        self.opcode = opcode
        self.payload = payload
    }

    package static func text(_ text: String) -> Frame { Frame(1, Array(text.utf8)) }
    package static func rest(_ text: String) -> Frame { Frame(0, Array(text.utf8)) }
    package static func ping(_ text: String = "") -> Frame { Frame(9, Array(text.utf8)) }
    package static func pong(_ text: String = "") -> Frame { Frame(10, Array(text.utf8)) }

    package static func close(_ code: UInt16, _ reason: String = "") -> Frame {
        Frame(8, [UInt8(code >> 8), UInt8(truncatingIfNeeded: code)] + Array(reason.utf8))
    }

    /// The same frame, to be followed by others of its message.
    package var first: Frame { with { $0.isLast = false } }

    package func with(_ change: (inout Frame) -> Void) -> Frame {
        var frame = self
        change(&frame)
        return frame
    }

    package var bytes: [UInt8] {
        var bytes = [(isLast ? 0x80 : 0) | reserved << 4 | opcode]
        let length = saidLength ?? UInt64(payload.count)
        let size = lengthBytes ?? (length < 126 ? 0 : length < 65_536 ? 2 : 8)
        let short = size == 0 ? UInt8(truncatingIfNeeded: length) : size == 2 ? 126 : 127
        bytes.append((mask == nil ? 0 : 0x80) | short)
        for shift in stride(from: 8 * (size - 1), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
        }
        guard let mask else { return bytes + payload }
        return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] }
    }
}
