import HTTP

extension SettingKind<String> {
    /// A name or an address, without scheme and port.
    static let hostName = SettingKind(
        expected: "a host such as mail.example.com", placeholder: "HOST"
    ) { text in
        let isPlain = text.utf8.count <= 253 && !text.contains(":")
        return isPlain && WebAddress.isValid("smtp://\(text)", path: .refused) ? text : nil
    }

    /// A language, as RFC 5646 writes it.
    static let languageTag = SettingKind(
        expected: "a language such as en or de", placeholder: "LANGUAGE"
    ) { text in
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        return isTag && (parts.first?.utf8.count ?? 0) >= 2 ? text.lowercased() : nil
    }
}
