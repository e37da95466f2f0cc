extension Instant {
    /// What fits into RFC 3339's four-digit year: 0001-01-01 to the last millisecond of 9999.
    package static let writable =
        Instant(milliseconds: -62_135_596_800_000)...Instant(milliseconds: 253_402_300_799_999)

    /// Reads a moment with any offset; without one it means UTC.
    package init?(rfc3339 text: String) {
        guard let timestamp = Timestamp(rfc3339: text) else { return nil }
        self = timestamp.instant
    }

    /// The moment in UTC as `2026-01-15T09:00:00.000Z`.
    package var rfc3339: String {
        var bytes: [UInt8] = []
        appendRFC3339(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `2026-01-15T09:00:00.000Z`.
    package func appendRFC3339(to bytes: inout [UInt8]) {
        let text = rfc3339Text
        for index in text.indices { bytes.append(text[index]) }
    }

    /// The bytes of `2026-01-15T09:00:00.000Z`.
    ///
    /// A moment outside `writable` has no such text and is written as the nearest that has: nothing
    /// that was read lies there, and a server doesn't stop for one that was computed.
    package var rfc3339Text: InlineArray<24, UInt8> {
        let moment = min(max(self, Self.writable.lowerBound), Self.writable.upperBound)
        let days = moment.daysSince1970
        let milliseconds = UInt32(
            truncatingIfNeeded: moment.milliseconds &- Int64(days) &* 86_400_000)
        let date = CivilDate(daysSince1970: days)
        let year = UInt32(date.year)
        let day = Self.digits(year / 100, year % 100, UInt32(date.month), UInt32(date.day))
        let time = Self.digits(
            milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds / 1_000 % 60,
            milliseconds / 10 % 100)
        var text: InlineArray<24, UInt8> = Self.template
        // Where the first of eight digits stands, and each that follows.
        let (dayPlaces, timePlaces) = ((0, 1, 2, 3, 5, 6, 8, 9), (11, 12, 14, 15, 17, 18, 20, 21))
        text.write(day, dayPlaces)
        text.write(time, timePlaces)
        text[22] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: milliseconds % 10)
        return text
    }

    /// Four numbers below 100 as eight digits, the first in the lowest byte: each has 16 bits of a word, and
    /// all are taken apart by one multiplication (103 / 1024 is a tenth, cut to a whole number, up to 178).
    private static func digits(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> UInt64 {
        let numbers = UInt64(a) | UInt64(b) << 16 | UInt64(c) << 32 | UInt64(d) << 48
        let tens = (numbers &* 103) >> 10 & 0x000F_000F_000F_000F
        let ones = numbers &- tens &* 10
        return tens | ones << 8 | 0x3030_3030_3030_3030
    }

    /// `0000-00-00T00:00:00.000Z`
    private static var template: InlineArray<24, UInt8> {
        [
            48, 48, 48, 48, 45, 48, 48, 45, 48, 48, 84, 48, 48, 58, 48, 48, 58, 48, 48, 46, 48, 48,
            48, 90,
        ]
    }

    /// The UTC day, counted from 1970-01-01.
    package var daysSince1970: Int {
        Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
    }
}

extension InlineArray<24, UInt8> {
    /// Writes eight bytes, the lowest first, to eight places.
    @inline(__always)
    fileprivate mutating func write(
        _ bytes: UInt64, _ places: (Int, Int, Int, Int, Int, Int, Int, Int)
    ) {
        self[places.0] = UInt8(truncatingIfNeeded: bytes)
        self[places.1] = UInt8(truncatingIfNeeded: bytes >> 8)
        self[places.2] = UInt8(truncatingIfNeeded: bytes >> 16)
        self[places.3] = UInt8(truncatingIfNeeded: bytes >> 24)
        self[places.4] = UInt8(truncatingIfNeeded: bytes >> 32)
        self[places.5] = UInt8(truncatingIfNeeded: bytes >> 40)
        self[places.6] = UInt8(truncatingIfNeeded: bytes >> 48)
        self[places.7] = UInt8(truncatingIfNeeded: bytes >> 56)
    }
}
