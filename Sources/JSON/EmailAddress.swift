/// Whether a text can be an e-mail address; whether it is one, only a message to it tells.
enum EmailAddress {
    /// RFC 5321 section 4.5.3.1.3 allows 256 for a path, which has angle brackets around it.
    static let maximumLength = 254
    /// RFC 5321 section 4.5.3.1.1.
    private static let maximumLocalLength = 64
    /// RFC 1035 section 2.3.4.
    private static let maximumLabelLength = 63

    static func isPlausible(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        guard bytes.count <= maximumLength else { return false }
        var at = 0
        while at < bytes.count, bytes[at] != UInt8(ascii: "@") { at += 1 }
        guard at < bytes.count else { return false }
        return isDotAtom(bytes.extracting(0..<at))
            && isDomain(bytes.extracting((at + 1)..<bytes.count))
    }

    /// RFC 5322 section 3.2.3: letters, digits and marks, with single dots between.
    private static func isDotAtom(_ local: Span<UInt8>) -> Bool {
        guard local.count <= maximumLocalLength else { return false }
        var isBehindDot = true
        for index in local.indices {
            let isDot = local[index] == UInt8(ascii: ".")
            guard isDot ? !isBehindDot : local[index].isAtomText else { return false }
            isBehindDot = isDot
        }
        return !isBehindDot
    }

    /// Two labels or more, the last not a number: so neither a bare host nor an IP address.
    private static func isDomain(_ domain: Span<UInt8>) -> Bool {
        var start = 0
        var labels = 0
        for index in 0...domain.count
        where index == domain.count || domain[index] == UInt8(ascii: ".") {
            let label = domain.extracting(start..<index)
            guard isLabel(label) else { return false }
            if index == domain.count { return labels >= 1 && !isNumber(label) }
            labels += 1
            start = index + 1
        }
        return false
    }

    private static func isLabel(_ label: Span<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        guard (1...maximumLabelLength).contains(label.count), label[0] != hyphen,
            label[label.count - 1] != hyphen
        else { return false }
        for index in label.indices {
            guard label[index].isLetterOrDigit || label[index] == hyphen else { return false }
        }
        return true
    }

    private static func isNumber(_ label: Span<UInt8>) -> Bool {
        for index in label.indices where !label[index].isDigit { return false }
        return true
    }
}

extension UInt8 {
    fileprivate var isAtomText: Bool {
        if isLetterOrDigit { return true }
        return switch self {
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "?"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"),
            UInt8(ascii: "{")...UInt8(ascii: "~"):
            true
        default: false
        }
    }

    fileprivate var isLetterOrDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
