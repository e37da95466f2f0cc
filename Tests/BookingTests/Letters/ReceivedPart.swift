/// A part of a letter.
struct ReceivedPart {
    let fields: [(name: String, value: String)]
    let body: String

    var type: String? { fields.first { $0.name == "Content-Type" }?.value }
    var encoding: String? { fields.first { $0.name == "Content-Transfer-Encoding" }?.value }

    /// The words, with line feeds at the ends of lines; nil for what is encoded wrongly.
    var text: String? {
        let lines = body.split(separator: "\r\n", omittingEmptySubsequences: false)
        switch encoding {
        case "7bit": return lines.joined(separator: "\n")
        case "quoted-printable": return Self.quotedPrintable(lines.map(String.init))
        case "base64":
            let isFolded = lines.allSatisfy { $0.utf8.count <= 76 }
            guard isFolded, let bytes = ReceivedWords.base64(lines.joined()[...]) else {
                return nil
            }
            return String(validating: bytes, as: UTF8.self)?.replacing("\r\n", with: "\n")
        default: return nil
        }
    }

    /// RFC 2045 section 6.7.
    static func quotedPrintable(_ lines: [String]) -> String? {
        var bytes: [UInt8] = []
        for line in lines {
            var rest = Array(line.utf8)[...]
            var goesOn = false
            while let byte = rest.popFirst() {
                if byte != UInt8(ascii: "=") {
                    bytes.append(byte)
                } else if rest.isEmpty {
                    goesOn = true
                } else {
                    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
                    guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
                        return nil
                    }
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                }
            }
            if !goesOn { bytes.append(0x0A) }
        }
        return String(validating: bytes.dropLast(), as: UTF8.self)
    }
}
