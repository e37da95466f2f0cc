/// How a value is spelled where only text can stand: in a query, a path, a form.
///
/// Text becomes the JSON that a body would have carried, and is then read as that: so a parameter
/// has the same limits and faults as a member.
indirect enum TextForm: Sendable {
    case string
    case number
    case boolean
    case instant
    /// Elements with commas between them; none in an empty text.
    case list(TextForm)

    /// What isn't spelled like this stays a string, and the reading finds it of the wrong type.
    func json(_ text: String) -> JSON {
        switch self {
        case .string: .string(text)
        case .number: Self.number(text) ?? .string(text)
        case .boolean: Self.boolean(text) ?? .string(text)
        case .instant: .string(Self.repairingOffset(text))
        case .list(let element): .array(Self.split(text).map(element.json))
        }
    }

    private static func number(_ text: String) -> JSON? {
        if let number = wholeNumber(text) { return .integer(number) }
        guard let value = try? JSON.parse(text), value.isNumber else { return nil }
        return value
    }

    /// A number of digits alone, as page and limit are; nil for what the reader has to look at.
    private static func wholeNumber(_ text: String) -> Int64? {
        let digits = text.utf8Span.span
        guard (1...18).contains(digits.count), digits.count == 1 || digits[0] != UInt8(ascii: "0")
        else { return nil }
        var number: Int64 = 0
        for index in digits.indices {
            let digit = digits[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = number * 10 + Int64(digit)
        }
        return number
    }

    /// Python's clients send `True`, forms send `1`.
    private static func boolean(_ text: String) -> JSON? {
        switch text.lowercased() {
        case "true", "1": .bool(true)
        case "false", "0": .bool(false)
        default: nil
        }
    }

    /// A `+` that nobody escaped arrives as a blank: `09:00:00 05:30` was `09:00:00+05:30`.
    private static func repairingOffset(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let place = bytes.count - 6
        guard place >= 19, bytes[place] == UInt8(ascii: " ") else { return text }
        bytes[place] = UInt8(ascii: "+")
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func split(_ text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}

extension JSON {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .decimal: true
        default: false
        }
    }
}
