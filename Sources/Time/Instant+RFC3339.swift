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
        CivilDate(daysSince1970: days).appendISO8601(to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        bytes.appendDigits(milliseconds / 3_600_000, count: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(milliseconds / 60_000 % 60, count: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(milliseconds / 1_000 % 60, count: 2)
        bytes.append(UInt8(ascii: "."))
        bytes.appendDigits(milliseconds % 1_000, count: 3)
        bytes.append(UInt8(ascii: "Z"))
    }

    /// The UTC day, counted from 1970-01-01.
    private var daysSince1970: Int {
        Int((seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
    }
}
