import Time

/// The date format of header fields: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
package enum HTTPDate {
    package static let length = 29

    private static let days = Array("SunMonTueWedThuFriSat".utf8)
    private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

    package static func bytes(_ instant: Instant) -> [UInt8] {
        let seconds = Int(instant.seconds)
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let time = seconds - day * 86_400
        let date = CivilDate(daysSince1970: day)
        // 1970-01-01 was a Thursday.
        let weekday = ((day % 7) + 7 + 4) % 7
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        bytes += days[weekday * 3..<weekday * 3 + 3]
        bytes += [UInt8(ascii: ","), Ascii.space]
        appendTwo(date.day, to: &bytes)
        bytes.append(Ascii.space)
        bytes += months[(date.month - 1) * 3..<date.month * 3]
        bytes.append(Ascii.space)
        appendTwo(date.year / 100, to: &bytes)
        appendTwo(date.year % 100, to: &bytes)
        for (separator, part) in [(0x20, time / 3_600), (0x3A, time / 60 % 60), (0x3A, time % 60)] {
            bytes.append(UInt8(separator))
            appendTwo(part, to: &bytes)
        }
        bytes += " GMT".utf8
        return bytes
    }

    private static func appendTwo(_ number: Int, to bytes: inout [UInt8]) {
        bytes.append(0x30 + UInt8(number / 10 % 10))
        bytes.append(0x30 + UInt8(number % 10))
    }
}
