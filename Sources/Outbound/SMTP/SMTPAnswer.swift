/// What a mail server said last (RFC 5321 section 4.2), in a form that may be kept and logged.
package struct SMTPAnswer: Equatable, Sendable {
    /// 250, 421, 550 and so on.
    package let code: Int
    /// All its lines in one, codes included, without whom the mail was for.
    package let text: String

    private static let longest = 500

    /// Nil for what is no answer.
    init?(_ lines: [UInt8], without address: String) {
        let text = String(decoding: lines, as: UTF8.self)
        guard let code = Int(text.utf8.prefix(3).map { String(UnicodeScalar($0)) }.joined()),
            (200..<600).contains(code)
        else { return nil }
        self.code = code
        self.text = SMTPAnswer.cleaned(text, without: address)
    }

    init(code: Int, text: String) {
        self.code = code
        self.text = text
    }

    /// One line of visible characters, cut.
    private static func cleaned(_ text: String, without address: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            line.append(isControl ? " " : scalar)
        }
        let words = String(line).split(separator: " ").joined(separator: " ")
        return String(hiding(address, in: words).prefix(longest))
    }

    /// Servers like to repeat an address, in whatever case.
    private static func hiding(_ address: String, in text: String) -> String {
        let (whole, sought) = (Array(text.utf8), Array(address.lowercased().utf8))
        let lower = whole.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        guard !sought.isEmpty else { return text }
        var kept: [UInt8] = []
        var index = 0
        while index < whole.count {
            if lower[index...].starts(with: sought) {
                kept += "…".utf8
                index += sought.count
            } else {
                kept.append(whole[index])
                index += 1
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }
}
