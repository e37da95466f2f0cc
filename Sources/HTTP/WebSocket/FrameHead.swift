/// What stands in front of a frame's payload (RFC 6455 section 5.2).
struct FrameHead: Equatable, Sendable {
    /// What a control frame's payload may have, because its length has to stand in the second byte (section 5.5).
    static let longestControl = 125

    let isLast: Bool
    let opcode: Opcode
    let length: Int
    let mask: Mask

    /// The four bytes by which a client's payload is changed, so that nobody can make a browser send bytes of
    /// their choice through a proxy (section 10.3).
    struct Mask: Equatable, Sendable {
        let bytes: UInt32

        /// The byte that the payload's byte at this place is changed by.
        func byte(at place: Int) -> UInt8 {
            UInt8(truncatingIfNeeded: bytes >> UInt32(8 * (3 - place & 3)))
        }
    }

    /// Reads a head from the front of what has come, and says how long it is; nil until all of it is there.
    ///
    /// Each byte is judged as soon as it comes, so that a fault is found at the same byte however the bytes were cut.
    static func parse(
        _ input: borrowing ByteQueue, _ check: (Bool, Opcode, Int?) throws(WebSocketFault) -> Void
    ) throws(WebSocketFault) -> (head: FrameHead, count: Int)? {
        guard let first = input[0] else { return nil }
        guard first & 0x70 == 0 else { throw .reservedBits }
        guard let opcode = Opcode(rawValue: first & 0x0F) else { throw .reservedOpcode }
        let isLast = first & 0x80 != 0
        guard isLast || !opcode.isControl else { throw .fragmentedControl }
        try check(isLast, opcode, nil)
        guard let second = input[1] else { return nil }
        guard second & 0x80 != 0 else { throw .unmasked }
        guard let (length, end) = try length(second & 0x7F, of: opcode, input) else { return nil }
        try check(isLast, opcode, length)
        guard let mask = input.number(at: end, bytes: 4) else { return nil }
        let head = FrameHead(
            isLast: isLast, opcode: opcode, length: length,
            mask: Mask(bytes: UInt32(truncatingIfNeeded: mask)))
        return (head, end + 4)
    }

    /// The payload's length and where it ends: 7 bits, or 16 or 64 behind them, and never more than it needs.
    private static func length(
        _ short: UInt8, of opcode: Opcode, _ input: borrowing ByteQueue
    ) throws(WebSocketFault) -> (length: Int, end: Int)? {
        guard short > longestControl else { return (Int(short), 2) }
        guard !opcode.isControl else { throw .longControl }
        let bytes = short == 126 ? 2 : 8
        if bytes == 8, let first = input[2], first & 0x80 != 0 { throw .impossibleLength }
        guard let number = input.number(at: 2, bytes: bytes) else { return nil }
        guard number > (bytes == 2 ? 125 : 0xFFFF) else { throw .wastefulLength }
        return (Int(number), 2 + bytes)
    }
}

extension ByteQueue {
    /// A byte by its place among those that wait.
    fileprivate subscript(place: Int) -> UInt8? {
        place < count ? bytes[start + place] : nil
    }

    /// A number in network order.
    fileprivate func number(at place: Int, bytes size: Int) -> UInt64? {
        guard place + size <= count else { return nil }
        return bytes[(start + place)..<(start + place + size)].reduce(0) { $0 << 8 | UInt64($1) }
    }
}
