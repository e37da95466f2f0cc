/// Reads the words of POSIX's form of a zone's rule, from left to right.
struct YearlyRuleScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some Collection<UInt8>) {
        bytes = Array(text)
    }

    var isAtEnd: Bool { position == bytes.count }

    func isAt(_ character: Unicode.Scalar) -> Bool {
        position < bytes.count && bytes[position] == UInt8(ascii: character)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard isAt(character) else { return false }
        position += 1
        return true
    }

    /// An abbreviation: `CEST`, or in angle brackets `<+0330>`. Nobody asks for it.
    mutating func skipName() -> Bool {
        let isQuoted = take("<")
        let start = position
        while position < bytes.count, Self.isOfName(bytes[position], isQuoted: isQuoted) {
            position += 1
        }
        guard position - start >= 3 else { return false }
        return !isQuoted || take(">")
    }

    private static func isOfName(_ byte: UInt8, isQuoted: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): isQuoted
        default: false
        }
    }

    /// `[+-]h[:mm[:ss]]` as seconds.
    mutating func time(hours: ClosedRange<Int>) -> Int64? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hour = number(in: hours) else { return nil }
        var seconds = hour * 3_600
        for unit in [60, 1] where take(":") {
            guard let number = number(in: 0...59) else { return nil }
            seconds += number * unit
        }
        return Int64(isNegative ? -seconds : seconds)
    }

    /// `,M3.2.0/2`: a day and, unless it is 02:00, a time, which may be a week away.
    mutating func moment() -> YearlyMoment? {
        guard take(","), let day = day() else { return nil }
        guard take("/") else { return YearlyMoment(day: day, time: 7_200) }
        return time(hours: 0...167).map { YearlyMoment(day: day, time: $0) }
    }

    private mutating func day() -> YearlyMoment.Day? {
        if take("J") { return number(in: 1...365).map { .numberWithoutLeapDay($0) } }
        guard take("M") else { return number(in: 0...365).map { .number($0) } }
        guard let month = number(in: 1...12), take("."), let week = number(in: 1...5), take("."),
            let weekday = number(in: 0...6)
        else { return nil }
        return .weekday(weekday, week: week, month: month)
    }

    /// One to three digits.
    private mutating func number(in range: ClosedRange<Int>) -> Int? {
        let start = position
        var number = 0
        while position < bytes.count, position - start < 3,
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
        {
            number = number * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        return position > start && range.contains(number) ? number : nil
    }
}
