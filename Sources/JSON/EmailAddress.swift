/// Whether a text can be an e-mail address; whether it is one, only a message to it tells.
enum EmailAddress {
    /// RFC 5321 section 4.5.3.1.3 allows 256 for a path, which has angle brackets around it.
    static let maximumLength = 254
    /// RFC 5321 section 4.5.3.1.1.
    private static let maximumLocalLength = 64
    /// RFC 1035 section 2.3.4.
    private static let maximumLabelLength = 63

    static func isPlausible(_ text: String) -> Bool {
        guard text.utf8.count <= maximumLength else { return false }
        let halves = text.utf8.split(
            separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2 else { return false }
        return isDotAtom(halves[0]) && isDomain(halves[1])
    }

    /// RFC 5322 section 3.2.3: letters, digits and marks, with single dots between.
    private static func isDotAtom(_ local: Substring.UTF8View) -> Bool {
        local.count <= maximumLocalLength
            && local.atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isAtomText) }
    }

    /// Two labels or more, the last not a number: so neither a bare host nor an IP address.
    private static func isDomain(_ domain: Substring.UTF8View) -> Bool {
        let labels = domain.atoms
        guard labels.count >= 2, let last = labels.last else { return false }
        return labels.allSatisfy(isLabel) && !last.allSatisfy(\.isDigit)
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...maximumLabelLength).contains(label.count)
            && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { $0.isLetterOrDigit || $0 == hyphen }
    }
}

extension Substring.UTF8View {
    /// What stands between the dots.
    fileprivate var atoms: [Substring.UTF8View] {
        split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    }
}

extension UInt8 {
    private static let atomMarks = Array("!#$%&'*+-/=?^_`{|}~".utf8)

    fileprivate var isAtomText: Bool { isLetterOrDigit || Self.atomMarks.contains(self) }

    fileprivate var isLetterOrDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
