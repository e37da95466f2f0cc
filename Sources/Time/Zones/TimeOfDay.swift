/// What a clock on a wall shows, to the second: 00:00:00 to 23:59:59.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    package static let midnight = TimeOfDay(unchecked: 0)

    /// Seconds since 00:00:00, as the clock counts them: 0 to 86,399.
    package let secondsSinceMidnight: Int

    /// Nil for what no clock shows.
    package init?(secondsSinceMidnight seconds: Int) {
        guard (0..<86_400).contains(seconds) else { return nil }
        self.init(unchecked: seconds)
    }

    /// Nil for what no clock shows, 24:00 and leap seconds among it.
    package init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        self.init(unchecked: hour * 3_600 + minute * 60 + second)
    }

    init(unchecked seconds: Int) {
        secondsSinceMidnight = seconds
    }

    package var hour: Int { secondsSinceMidnight / 3_600 }
    package var minute: Int { secondsSinceMidnight / 60 % 60 }
    package var second: Int { secondsSinceMidnight % 60 }

    package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool {
        a.secondsSinceMidnight < b.secondsSinceMidnight
    }
}

extension TimeOfDay {
    /// Reads `09:30` and `09:30:00`; nil for another spelling.
    package init?(_ text: String) {
        let text = text.utf8Span.span
        guard text.count == 5 || text.count == 8, text[2] == UInt8(ascii: ":"),
            let hour = text.number(0..<2), let minute = text.number(3..<5)
        else { return nil }
        var second = 0
        if text.count == 8 {
            guard text[5] == UInt8(ascii: ":"), let number = text.number(6..<8) else { return nil }
            second = number
        }
        self.init(hour: hour, minute: minute, second: second)
    }

    /// The time as `09:30:00`.
    package var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8)
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `09:30:00`.
    package func append(to bytes: inout [UInt8]) {
        bytes.appendDigits(hour, count: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(minute, count: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(second, count: 2)
    }
}
