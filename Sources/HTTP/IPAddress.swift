/// An IPv4 or IPv6 address. IPv4 is kept as IPv6 writes it, `::ffff:a.b.c.d`, so that a client has one
/// address whichever socket it came through.
package struct IPAddress: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(v4: UInt32) {
        self.init(high: 0, low: 0x0000_FFFF_0000_0000 | UInt64(v4))
    }

    /// 127.0.0.1
    package static var loopback: IPAddress { IPAddress(v4: 0x7F00_0001) }

    package var isV4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// 127.0.0.0/8 and ::1.
    package var isLoopback: Bool {
        isV4 ? (low >> 24) & 0xFF == 127 : high == 0 && low == 1
    }

    /// Whoever controls one IPv6 address controls its /64, so limits count that.
    package var limitKey: IPAddress { isV4 ? self : IPAddress(high: high, low: 0) }

    /// The eight groups of sixteen bits.
    var groups: [UInt16] {
        [high, low].flatMap { half in
            [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> UInt64($0)) }
        }
    }
}

extension IPAddress: CustomStringConvertible {
    /// As people write it: dotted, or by RFC 5952.
    package var description: String {
        if isV4 {
            return [24, 16, 8, 0].map { String((low >> UInt64($0)) & 0xFF) }.joined(separator: ".")
        }
        let words = groups.map { String($0, radix: 16) }
        guard let zeros = longestZeros else { return words.joined(separator: ":") }
        let before = words[..<zeros.lowerBound].joined(separator: ":")
        return before + "::" + words[zeros.upperBound...].joined(separator: ":")
    }

    /// The first of the longest runs of two or more zero groups.
    private var longestZeros: Range<Int>? {
        var best = 0..<0
        var start = 0
        for (index, group) in groups.enumerated() {
            if group != 0 { start = index + 1 }
            if index + 1 - start > best.count { best = start..<index + 1 }
        }
        return best.count >= 2 ? best : nil
    }
}
