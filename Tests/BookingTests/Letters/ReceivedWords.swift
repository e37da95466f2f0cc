/// The text of a header's field, as a mail program shows it (RFC 2047).
enum ReceivedWords {
    /// Each encoded word is decoded for itself, so one that holds a part of a scalar gives nil.
    static func text(_ value: String) -> String? {
        guard value.contains("=?") else { return value }
        var text = ""
        for word in value.split(separator: " ") {
            guard word.hasPrefix("=?utf-8?B?"), word.hasSuffix("?="), word.utf8.count <= 75,
                let bytes = base64(word.dropFirst(10).dropLast(2)),
                let decoded = String(validating: bytes, as: UTF8.self)
            else { return nil }
            text += decoded
        }
        return text
    }

    /// The name before an address in angle brackets, as a quoted string or encoded words.
    static func name(_ value: String) -> String? {
        guard let end = value.lastIndex(of: "<") else { return nil }
        let phrase = value[..<end].dropLast()
        guard phrase.hasPrefix("\""), phrase.hasSuffix("\"") else { return text(String(phrase)) }
        var name = ""
        var isEscaped = false
        for character in phrase.dropFirst().dropLast() {
            isEscaped = character == "\\" && !isEscaped
            if !isEscaped { name.append(character) }
        }
        return name
    }

    /// RFC 4648 section 4, with padding and without anything else.
    static func base64(_ text: Substring) -> [UInt8]? {
        let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        let values = Dictionary(uniqueKeysWithValues: zip(digits.utf8, 0...))
        let padding = text.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        guard text.utf8.count.isMultiple(of: 4), padding < 3 else { return nil }
        var bits = 0
        var count = 0
        var bytes: [UInt8] = []
        for byte in text.utf8.dropLast(padding) {
            guard let value = values[byte] else { return nil }
            bits = bits << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        return bytes
    }
}
