extension IPAddress {
    /// Reads dotted IPv4 or IPv6 text, without port or zone.
    package init?(_ text: String) {
        if !text.utf8.contains(UInt8(ascii: ":")) {
            guard let v4 = IPAddress.v4(text) else { return nil }
            self.init(v4: v4)
            return
        }
        guard let groups = IPAddress.v6(text) else { return nil }
        let halves = [groups[0..<4], groups[4..<8]].map { half in
            half.reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
        }
        self.init(high: halves[0], low: halves[1])
    }

    /// Four numbers up to 255, without leading zeros, which some readers take for octal.
    private static func v4(_ text: String) -> UInt32? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.allSatisfy(Ascii.isDigit),
                part.count == 1 || part.first != UInt8(ascii: "0")
            else { return nil }
            let number = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
            guard number <= 255 else { return nil }
            value = value << 8 | number
        }
        return value
    }

    private static func v6(_ text: String) -> [UInt16]? {
        guard let gap = text.firstRange(of: "::") else {
            guard let all = words(text[...], mayEndInV4: true), all.count == 8 else { return nil }
            return all
        }
        guard let before = words(text[..<gap.lowerBound], mayEndInV4: false),
            let after = words(text[gap.upperBound...], mayEndInV4: true),
            before.count + after.count <= 7
        else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - before.count - after.count)
        return before + zeros + after
    }

    /// Groups of up to four hexadecimal digits; an address's last may be IPv4 (RFC 4291 section 2.2).
    private static func words(_ text: Substring, mayEndInV4: Bool) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var words: [UInt16] = []
        for (index, part) in parts.enumerated() {
            if mayEndInV4, index == parts.count - 1, let v4 = v4(String(part)) {
                words += [UInt16(v4 >> 16), UInt16(v4 & 0xFFFF)]
                continue
            }
            guard (1...4).contains(part.utf8.count),
                part.utf8.allSatisfy({ Ascii.hexValue($0) != nil }),
                let word = UInt16(part, radix: 16)
            else { return nil }
            words.append(word)
        }
        return words.count <= 8 ? words : nil
    }
}
