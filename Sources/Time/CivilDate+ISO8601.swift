extension CivilDate {
    /// Reads `2026-01-15`; nil for another spelling or a day that the calendar doesn't have.
    package init?(iso8601 text: String) {
        let text = text.utf8Span.span
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = text.number(0..<4), year > 0, let month = text.number(5..<7),
            let day = text.number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard isReal else { return nil }
    }

    init?(from scanner: inout DigitScanner) {
        guard let year = scanner.number(digits: 4), year > 0,
            scanner.character(of: "-") != nil,
            let month = scanner.number(digits: 2),
            scanner.character(of: "-") != nil,
            let day = scanner.number(digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard isReal else { return nil }
    }

    /// The date as `2026-01-15`.
    package var iso8601: String {
        var bytes: [UInt8] = []
        appendISO8601(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `2026-01-15`; only the years 0 to 9999 have such a text.
    package func appendISO8601(to bytes: inout [UInt8]) {
        let text = iso8601Text
        for index in text.indices { bytes.append(text[index]) }
    }

    /// The bytes of `2026-01-15`; only the years 0 to 9999 have such a text.
    package var iso8601Text: InlineArray<10, UInt8> {
        let hyphen = UInt8(ascii: "-")
        let year = year.magnitude
        return [
            Self.digit(year / 1_000), Self.digit(year / 100), Self.digit(year / 10),
            Self.digit(year), hyphen, Self.digit(month.magnitude / 10),
            Self.digit(month.magnitude), hyphen, Self.digit(day.magnitude / 10),
            Self.digit(day.magnitude),
        ]
    }

    private static func digit(_ number: UInt) -> UInt8 {
        UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    }
}

extension [UInt8] {
    /// Appends the last `count` decimal digits of a number, zeros in front.
    package mutating func appendDigits(_ number: Int, count: Int) {
        let place = self.count
        for _ in 0..<count { append(UInt8(ascii: "0")) }
        var rest = number.magnitude
        for index in (place..<place + count).reversed() {
            self[index] += UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }
}
