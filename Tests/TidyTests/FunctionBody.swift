/// A function of a Swift file, as far as its braces show it.
struct FunctionBody: Equatable {
    /// Where its keyword stands.
    let start: Int
    /// How many lines it has, its head included.
    let lines: Int

    /// The functions, initializers, subscripts and computed properties of masked code.
    static func all(in code: [UInt8]) -> [FunctionBody] {
        let heads = [
            "func ", "init(", "init?(", "init<", "deinit", "subscript(", "subscript<", "var ",
        ]
        return heads.flatMap { head in
            SourceText.places(of: head, in: code).compactMap { place in
                let isWord = place == 0 || !SourceText.continuesWord(code[place - 1])
                return isWord ? function(at: place, in: code) : nil
            }
        }
    }

    private static func function(at start: Int, in code: [UInt8]) -> FunctionBody? {
        guard let opening = openingBrace(after: start, in: code) else { return nil }
        var depth = 0
        for place in opening..<code.count {
            if code[place] == UInt8(ascii: "{") { depth += 1 }
            if code[place] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 {
                let lines = code[start...place].count { $0 == 0x0A } + 1
                return FunctionBody(start: start, lines: lines)
            }
        }
        return nil
    }

    /// The brace that opens the body; `nil` for a head without one, as in a protocol.
    private static func openingBrace(after start: Int, in code: [UInt8]) -> Int? {
        var depth = 0
        for place in start..<code.count {
            switch code[place] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return place
            case UInt8(ascii: "}"): return nil
            case 0x0A where depth == 0 && !headGoesOn(at: place + 1, in: code): return nil
            default: break
            }
            if depth < 0 { return nil }
        }
        return nil
    }

    /// Whether a head that was broken into lines goes on in this one.
    private static func headGoesOn(at start: Int, in code: [UInt8]) -> Bool {
        let text = code[start...].prefix(200).drop { $0 == 0x20 || $0 == 0x0A }
        return ["{", "->", "where", "async", "throws"].contains { text.starts(with: $0.utf8) }
    }
}
