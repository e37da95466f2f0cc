/// Blanks the comments and literals of Swift text, so that a rule looks at code alone.
///
/// Regular expression literals are not known here, and code within `\( )` of a literal is blanked
/// too.
struct SwiftMask {
    private let bytes: [UInt8]
    private var masked: [UInt8]
    private var place = 0

    static func mask(_ bytes: [UInt8]) -> [UInt8] {
        var mask = SwiftMask(bytes)
        mask.run()
        return mask.masked
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        self.masked = bytes
    }

    private mutating func run() {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "/") where starts("//"): blankLine()
            case UInt8(ascii: "/") where starts("/*"): blankBlock()
            case UInt8(ascii: "\""): blankLiteral(hashes: 0)
            case UInt8(ascii: "#"): blankRawLiteral()
            default: place += 1
            }
        }
    }

    private func starts(_ text: StaticString, at place: Int? = nil) -> Bool {
        let start = place ?? self.place
        guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { needle in
            for index in 0..<needle.count where bytes[start + index] != needle[index] {
                return false
            }
            return true
        }
    }

    /// Blanks so many bytes, and keeps the ends of lines.
    private mutating func blank(_ count: Int = 1) {
        let end = min(place + count, bytes.count)
        while place < end {
            if bytes[place] != 0x0A { masked[place] = 0x20 }
            place += 1
        }
    }

    private mutating func blankLine() {
        while place < bytes.count, bytes[place] != 0x0A { blank() }
    }

    private mutating func blankBlock() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && place < bytes.count
    }

    private mutating func blankRawLiteral() {
        var end = place
        while end < bytes.count, bytes[end] == UInt8(ascii: "#") { end += 1 }
        let hashes = end - place
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else {
            place = end
            return
        }
        blank(hashes)
        blankLiteral(hashes: hashes)
    }

    /// Blanks a literal that starts here, up to its quotes with as many hashes behind them.
    private mutating func blankLiteral(hashes: Int) {
        let quotes = starts("\"\"\"") ? 3 : 1
        blank(quotes)
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\\"), hasHashes(hashes, at: place + 1) {
                blankEscape(hashes: hashes)
            } else if quotes == 3 ? starts("\"\"\"") : bytes[place] == UInt8(ascii: "\""),
                hasHashes(hashes, at: place + quotes)
            {
                blank(quotes + hashes)
                return
            } else if quotes == 1, bytes[place] == 0x0A {
                return
            } else {
                blank()
            }
        }
    }

    /// Blanks an escape. An interpolation is blanked up to its closing parenthesis: literals in it
    /// would else end the one around it.
    private mutating func blankEscape(hashes: Int) {
        blank(1 + hashes)
        guard place < bytes.count, bytes[place] == UInt8(ascii: "(") else {
            blank()
            return
        }
        var depth = 0
        repeat {
            switch bytes[place] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\""):
                blankLiteral(hashes: 0)
                continue
            default: break
            }
            blank()
        } while depth > 0 && place < bytes.count
    }

    private func hasHashes(_ count: Int, at start: Int) -> Bool {
        guard start + count <= bytes.count else { return false }
        return bytes[start..<start + count].allSatisfy { $0 == UInt8(ascii: "#") }
    }
}
