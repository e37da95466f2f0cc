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
    ///
    /// A moment outside `writable` has no such text and is written as the nearest that has: nothing
    /// that was read lies there, and a server doesn't stop for one that was computed.
    package func appendRFC3339(to bytes: inout [UInt8]) {
        let moment = min(max(self, Self.writable.lowerBound), Self.writable.upperBound)
        let days = moment.daysSince1970
        let milliseconds = Int(moment.milliseconds) - days * 86_400_000
        let date = CivilDate(daysSince1970: days)
        // Filled in where they lie: each append would check anew that there is room.
        var text: InlineArray<24, UInt8> = Self.template
        Self.write(date.year, to: &text, 0..<4)
        Self.write(date.month, to: &text, 5..<7)
        Self.write(date.day, to: &text, 8..<10)
        Self.write(milliseconds / 3_600_000, to: &text, 11..<13)
        Self.write(milliseconds / 60_000 % 60, to: &text, 14..<16)
        Self.write(milliseconds / 1_000 % 60, to: &text, 17..<19)
        Self.write(milliseconds % 1_000, to: &text, 20..<23)
        for index in text.indices { bytes.append(text[index]) }
    }

    /// `0000-00-00T00:00:00.000Z`
    private static let template: InlineArray<24, UInt8> = [
        48, 48, 48, 48, 45, 48, 48, 45, 48, 48, 84, 48, 48, 58, 48, 48, 58, 48, 48, 46, 48, 48, 48,
        90,
    ]

    /// Writes a number's last digits into the places given.
    private static func write(
        _ number: Int, to text: inout InlineArray<24, UInt8>, _ places: Range<Int>
    ) {
        var rest = number
        for place in places.reversed() {
            text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// The UTC day, counted from 1970-01-01.
    package var daysSince1970: Int {
        Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
    }
}
