import Time

/// The date format of header fields: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
package enum HTTPDate {
    package static let length = 29

    private static let days = Array("SunMonTueWedThuFriSat".utf8)
    private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

    package static func bytes(_ instant: Instant) -> [UInt8] {
        let day = instant.daysSince1970
        let time = Int(instant.seconds) - day * 86_400
        let date = CivilDate(daysSince1970: day)
        // 1970-01-01 was a Thursday.
        let weekday = ((day % 7) + 7 + 4) % 7
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        bytes += days[weekday * 3..<weekday * 3 + 3]
        bytes += [UInt8(ascii: ","), Ascii.space]
        bytes.appendDigits(date.day, count: 2)
        bytes.append(Ascii.space)
        bytes += months[(date.month - 1) * 3..<date.month * 3]
        bytes.append(Ascii.space)
        bytes.appendDigits(date.year, count: 4)
        for (separator, part) in [(0x20, time / 3_600), (0x3A, time / 60 % 60), (0x3A, time % 60)] {
            bytes.append(UInt8(separator))
            bytes.appendDigits(part, count: 2)
        }
        bytes += " GMT".utf8
        return bytes
    }
}
