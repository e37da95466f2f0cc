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
        var text: InlineArray<24, UInt8> = Self.template
        text.write(year / 100, 0)
        text.write(year % 100, 2)
        text.write(UInt32(date.month), 5)
        text.write(UInt32(date.day), 8)
        text.write(milliseconds / 3_600_000, 11)
        text.write(milliseconds / 60_000 % 60, 14)
        text.write(milliseconds / 1_000 % 60, 17)
        text.write(milliseconds / 10 % 100, 20)
        text[22] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: milliseconds % 10)
        return text
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
    /// Writes a number below 100 as two digits.
    @inline(__always)
    fileprivate mutating func write(_ number: UInt32, _ place: Int) {
        self[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10)
        self[place &+ 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
    }
}
