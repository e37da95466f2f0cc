extension JSONReader {
    /// A string, from quote to quote. One without escapes is validated and copied in one go.
    mutating func string() throws(MalformedJSON) -> String {
        position += 1
        let start = position
        try skipPlainBytes()
        guard next == UInt8(ascii: "\\") else {
            let text = try validated(bytes.span.extracting(start..<position), from: start)
            position += 1
            return text
        }
        return try escapedString(from: start)
    }

    /// Steps over what a string may hold as it is; stops at the closing quote or a backslash.
    private mutating func skipPlainBytes() throws(MalformedJSON) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            guard byte >= 0x20 else {
                throw malformed("A control character must be escaped within a string.")
            }
            position += 1
        }
        throw malformed("The document ends within a string.")
    }

    private mutating func escapedString(from start: Int) throws(MalformedJSON) -> String {
        var text = Array(bytes[start..<position])
        while skip(UInt8(ascii: "\\")) {
            text.append(
                contentsOf: UTF8.encode(try escapedScalar()) ?? UTF8.encodedReplacementCharacter)
            let run = position
            try skipPlainBytes()
            text.append(contentsOf: bytes[run..<position])
        }
        position += 1
        return try validated(text.span, from: start)
    }

    /// What the characters after a backslash stand for.
    private mutating func escapedScalar() throws(MalformedJSON) -> Unicode.Scalar {
        let letter = next
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Unicode.Scalar(letter ?? 0)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try hexadecimalScalar()
        default:
            position -= 1
            throw malformed("No character is escaped like this.")
        }
    }

    /// The scalar of `\u0041`, or of a pair such as `\uD83D\uDE00`.
    private mutating func hexadecimalScalar() throws(MalformedJSON) -> Unicode.Scalar {
        let start = position
        let first = try hexadecimalUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else {
            throw malformed("Half of a surrogate pair stands alone.", at: start)
        }
        let second = try hexadecimalUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw malformed("Half of a surrogate pair stands alone.", at: start) }
        return scalar
    }

    private mutating func hexadecimalUnit() throws(MalformedJSON) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw malformed("An escape needs four hexadecimal digits.")
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    private func validated(_ text: Span<UInt8>, from start: Int) throws(MalformedJSON) -> String {
        guard let utf8 = try? UTF8Span(validating: text) else {
            throw malformed("A string isn't valid UTF-8.", at: start)
        }
        return String(copying: utf8)
    }
}
