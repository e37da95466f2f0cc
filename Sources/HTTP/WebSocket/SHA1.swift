/// SHA-1 of a few bytes (RFC 3174), for the opening of WebSockets and for nothing else: it has been broken as a hash,
/// and there it only shows that the server has understood what was asked (RFC 6455 section 10.8).
enum SHA1 {
    static func hash(of message: [UInt8]) -> [UInt8] {
        var sums: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        let padded = padded(message)
        for start in stride(from: 0, to: padded.count, by: 64) {
            add(words(of: padded[start..<start + 64]), to: &sums)
        }
        return sums.flatMap { sum in (0..<4).map { UInt8(truncatingIfNeeded: sum >> (24 - 8 * $0)) }
        }
    }

    /// The message, a bit, zeros, and its length in bits, to a multiple of 64 bytes (section 4).
    private static func padded(_ message: [UInt8]) -> [UInt8] {
        var bytes = message + [0x80]
        while bytes.count % 64 != 56 { bytes.append(0) }
        let bits = UInt64(message.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        return bytes
    }

    private static func words(of block: ArraySlice<UInt8>) -> [UInt32] {
        let bytes = Array(block)
        var words = (0..<16).map { place in
            bytes[4 * place..<4 * place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for place in 16..<80 {
            let mixed = words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16]
            words.append(rotated(mixed, by: 1))
        }
        return words
    }

    /// The eighty steps of section 6.1 over one block.
    private static func add(_ words: [UInt32], to sums: inout [UInt32]) {
        var (a, b, c, d, e) = (sums[0], sums[1], sums[2], sums[3], sums[4])
        for (place, word) in words.enumerated() {
            let (mixed, constant): (UInt32, UInt32) =
                switch place {
                case ..<20: (b & c | ~b & d, 0x5A82_7999)
                case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
                case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
                default: (b ^ c ^ d, 0xCA62_C1D6)
                }
            let next = rotated(a, by: 5) &+ mixed &+ e &+ constant &+ word
            (a, b, c, d, e) = (next, a, rotated(b, by: 30), c, d)
        }
        for (place, value) in [a, b, c, d, e].enumerated() { sums[place] &+= value }
    }

    private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
        word << count | word >> (32 - count)
    }
}
