import HTTP

/// Words in a header, of which only ASCII is allowed there (RFC 2047).
///
/// Control characters become blanks before anything else is done, so no input can end a line.
enum HeaderText {
    /// A subject.
    static func unstructured(_ text: String) -> String {
        let text = withoutControls(text)
        return isPlain(text, atMost: longestSubject) ? text : encodedWords(text)
    }

    /// A name and an address, or an address alone.
    static func mailbox(_ mailbox: Mailbox) -> String {
        let name = withoutControls(mailbox.name ?? "")
        guard name.utf8.contains(where: { $0 != Ascii.space }) else {
            return "<\(mailbox.address)>"
        }
        let isPlain = isPlain(name, atMost: longestName)
        return "\(isPlain ? quoted(name) : encodedWords(name))\r\n <\(mailbox.address)>"
    }

    /// Line ends of all kinds, NUL and their like.
    static func withoutControls(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            cleaned.append(isControl(scalar) ? " " : scalar)
        }
        return String(cleaned)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// With the field's name before it, the line has 76 columns.
    private static let longestSubject = 67
    /// So it has too if each character must be escaped.
    private static let longestName = 32

    /// Whether it can stand in a header as it is. Blanks at its ends would be lost, and `=?` starts an encoded
    /// word.
    private static func isPlain(_ text: String, atMost length: Int) -> Bool {
        text.utf8.count <= length && text.utf8.allSatisfy { 0x20...0x7E ~= $0 }
            && text.utf8.first != Ascii.space && text.utf8.last != Ascii.space
            && !text.contains("=?")
    }

    /// RFC 5322 section 3.2.4.
    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    /// A line that has an encoded word in it has 76 columns at most (RFC 2047 section 2): this many bytes
    /// in base64, what is around them, and the name of the field.
    private static let bytesOfWord = 39

    /// One word a line, and no scalar in two of them (section 5).
    private static func encodedWords(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if (words.last?.count ?? 0) + bytes.count > bytesOfWord { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Base64.text(of: $0))?=" }.joined(separator: "\r\n ")
    }
}
