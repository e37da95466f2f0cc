// Numbers and words as people write them in a configuration, read strictly and without Foundation.

extension Int {
    /// A number of plain digits, without a sign; `nil` for anything else.
    init?(digits text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self.init(text)
    }
}

extension Bool {
    /// `on`, `true`, `yes`, `1` or their opposites, in any case; `nil` for anything else.
    init?(onOff text: String) {
        switch text.lowercased() {
        case "on", "true", "yes", "1": self = true
        case "off", "false", "no", "0": self = false
        default: return nil
        }
    }
}

extension Duration {
    /// Seconds in plain digits with up to three decimals; `nil` for anything else.
    init?(decimalSeconds text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let seconds = Int(digits: parts[0]), seconds < 1_000_000_000 else { return nil }
        guard parts.count == 2 else {
            self = .seconds(seconds)
            return
        }
        let decimals = parts[1] + String(repeating: "0", count: max(0, 3 - parts[1].count))
        guard !parts[1].isEmpty, decimals.count == 3, let milliseconds = Int(digits: decimals)
        else { return nil }
        self = .seconds(seconds) + .milliseconds(milliseconds)
    }
}

extension StringProtocol {
    /// The text without blanks and tabs at its ends.
    var trimmed: String {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let rest = Substring(self).utf8.drop(while: isBlank)
        let blanks = rest.reversed().prefix(while: isBlank).count
        return String(Substring(rest.dropLast(blanks)))
    }
}
