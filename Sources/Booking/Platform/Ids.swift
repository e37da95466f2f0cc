import Posix
import Time

/// Makes ids: UUIDs of version 7, which sort by the moment in which they were made (RFC 9562 section
/// 5.7).
package struct Ids: Sendable {
    private static let digits = Array("0123456789abcdef".utf8)

    private let chance: @Sendable () -> UInt64

    /// The system's randomness; tests bring a chance that can be repeated.
    package init(chance: @escaping @Sendable () -> UInt64 = RandomWords().next) {
        self.chance = chance
    }

    /// An id that nobody else has.
    package func next(at now: Instant) -> String {
        let time = UInt64(bitPattern: now.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = time << 16 | 0x7000 | chance() & 0x0FFF
        let low = chance() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for place in 0..<32 {
            if place == 8 || place == 12 || place == 16 || place == 20 {
                text.append(UInt8(ascii: "-"))
            }
            let word = place < 16 ? high : low
            text.append(Ids.digits[Int(word >> UInt64(60 - 4 * (place & 15)) & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
