/// A moment as RFC 3339 writes it, and whether the text told its distance from UTC.
///
/// Beyond the grammar of section 5.6, and what people send all the same: a blank may stand for the
/// `T`, and the offset may be missing, which means UTC. Where that would be a guess (a class in
/// someone's town), the caller asks `hasOffset` and refuses.
package struct Timestamp: Hashable, Sendable {
    package let instant: Instant
    package let hasOffset: Bool

    package init?(rfc3339 text: String) {
        var scanner = DigitScanner(text)
        guard let date = CivilDate(from: &scanner), scanner.character(of: "Tt ") != nil,
            let time = WallTime(from: &scanner), let offset = UTCOffset(from: &scanner),
            scanner.isAtEnd
        else { return nil }
        let minutes = date.daysSince1970 * 1_440 + time.hour * 60 + time.minute - offset.minutes
        guard time.fits(minuteOfUTC: minutes) else { return nil }
        instant = Instant(milliseconds: Int64(minutes * 60_000 + time.milliseconds))
        hasOffset = offset.isGiven
        guard Instant.writable.contains(instant) else { return nil }
    }
}

/// The part after the `T`: hour, minute, and the milliseconds within the minute.
private struct WallTime {
    let hour: Int
    let minute: Int
    let milliseconds: Int
    private let isLeapSecond: Bool

    init?(from scanner: inout DigitScanner) {
        guard let hour = scanner.number(digits: 2), hour < 24,
            scanner.character(of: ":") != nil,
            let minute = scanner.number(digits: 2), minute < 60,
            scanner.character(of: ":") != nil,
            let second = scanner.number(digits: 2), second <= 60,
            let fraction = Self.fraction(from: &scanner)
        else { return nil }
        self.hour = hour
        self.minute = minute
        isLeapSecond = second == 60
        milliseconds = isLeapSecond ? 59_999 : second * 1_000 + fraction
    }

    /// A leap second (section 5.7) only ends the last minute of a UTC day. The time line has no
    /// place for it, so it is read as the millisecond before, which keeps the order of events.
    func fits(minuteOfUTC minute: Int) -> Bool {
        !isLeapSecond || (minute + 1).isMultiple(of: 1_440)
    }

    /// Milliseconds after an optional point; finer digits are cut, never rounded into the future.
    private static func fraction(from scanner: inout DigitScanner) -> Int? {
        guard scanner.character(of: ".") != nil else { return 0 }
        guard let tenths = scanner.digit() else { return nil }
        let hundredths = scanner.digit() ?? 0
        let thousandths = scanner.digit() ?? 0
        while scanner.digit() != nil {}
        return tenths * 100 + hundredths * 10 + thousandths
    }
}

/// `Z`, `+05:30`, or nothing at all. `-00:00`, UTC from an unknown place, counts as given.
private struct UTCOffset {
    let minutes: Int
    let isGiven: Bool

    init?(from scanner: inout DigitScanner) {
        isGiven = !scanner.isAtEnd
        guard isGiven, scanner.character(of: "Zz") == nil else {
            minutes = 0
            return
        }
        guard let sign = scanner.character(of: "+-"),
            let hour = scanner.number(digits: 2), hour < 24,
            scanner.character(of: ":") != nil,
            let minute = scanner.number(digits: 2), minute < 60
        else { return nil }
        minutes = (sign == "-" ? -1 : 1) * (hour * 60 + minute)
    }
}
