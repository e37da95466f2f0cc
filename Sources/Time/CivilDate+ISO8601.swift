extension CivilDate {
    /// Reads `2026-01-15`; nil for another spelling or a day that the calendar doesn't have.
    package init?(iso8601 text: String) {
        var scanner = DigitScanner(text)
        self.init(from: &scanner)
        guard scanner.isAtEnd else { return nil }
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
        bytes.appendDigits(year, count: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(month, count: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(day, count: 2)
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
