/// Bytes as letters, digits, `-` and `_`: base64url without padding (RFC 4648 section 5).
///
/// Reading is strict, so that no two texts stand for the same bytes: nothing outside of the alphabet, no
/// padding, and the bits of the last character that are left over are zero (section 3.5).
package enum Base64URL {
    package static func text(of bytes: [UInt8]) -> String {
        String(decoding: encode(bytes), as: UTF8.self)
    }

    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        let (groups, rest) = bytes.count.quotientAndRemainder(dividingBy: 3)
        let count = groups * 4 + (rest == 0 ? 0 : rest + 1)
        return [UInt8](capacity: count) { text in
            let bytes = bytes.span
            let alphabet = alphabet.span
            for start in stride(from: 0, to: groups * 3, by: 3) {
                let bits =
                    Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
                text.append(alphabet[bits >> 18])
                text.append(alphabet[bits >> 12 & 63])
                text.append(alphabet[bits >> 6 & 63])
                text.append(alphabet[bits & 63])
            }
            guard rest > 0 else { return }
            let first = Int(bytes[groups * 3]) << 8
            let bits = rest == 2 ? first | Int(bytes[groups * 3 + 1]) : first
            text.append(alphabet[bits >> 10])
            text.append(alphabet[bits >> 4 & 63])
            if rest == 2 { text.append(alphabet[bits << 2 & 63]) }
        }
    }

    /// The bytes that a text stands for; nil where it isn't written as `encode` writes it.
    package static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let (groups, rest) = text.count.quotientAndRemainder(dividingBy: 4)
        guard rest != 1 else { return nil }
        var faults: UInt32 = 0
        let bytes = [UInt8](capacity: groups * 3 + max(0, rest - 1)) { bytes in
            let text = text.span
            let values = values.span
            for start in stride(from: 0, to: groups * 4, by: 4) {
                let bits =
                    values[Int(text[start])] << 18 | values[Int(text[start + 1])] << 12
                    | values[Int(text[start + 2])] << 6 | values[Int(text[start + 3])]
                faults |= bits
                bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
                bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
                bytes.append(UInt8(truncatingIfNeeded: bits))
            }
            guard rest > 0 else { return }
            var bits = values[Int(text[groups * 4])] << 18 | values[Int(text[groups * 4 + 1])] << 12
            if rest == 3 { bits |= values[Int(text[groups * 4 + 2])] << 6 }
            faults |= bits
            bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
            if rest == 3 { bytes.append(UInt8(truncatingIfNeeded: bits >> 8)) }
            // What no byte takes.
            if bits & (rest == 3 ? 0xFF : 0xFFFF) != 0 { faults = .max }
        }
        return faults >> 24 == 0 ? bytes : nil
    }

    package static func decode(_ text: String) -> [UInt8]? {
        decode(Array(text.utf8)[...])
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The six bits of each character of the alphabet. Any other sets bits above the 24 of four characters,
    /// at whichever of the four places it stands: so one look at the end is enough.
    private static let values: [UInt32] = {
        var values = [UInt32](repeating: .max, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt32(value) }
        return values
    }()
}
