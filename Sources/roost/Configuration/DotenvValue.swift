/// What stands behind the `=` in a line of a `.env` file.
enum DotenvValue {
    /// Why a value can't be read, in words that follow "expected".
    struct Fault: Error {
        let expected: String
    }

    static func read(_ text: String) throws(Fault) -> String {
        switch text.first {
        case "\"": try quoted(text, escapes: doubleQuoteEscapes)
        case "'": try quoted(text, escapes: singleQuoteEscapes)
        case "#": ""
        default: withoutComment(text)
        }
    }

    private static func withoutComment(_ text: String) -> String {
        let starts = [" #", "\t#"].compactMap { text.firstRange(of: $0)?.lowerBound }
        return text[..<(starts.min() ?? text.endIndex)].trimmed
    }

    private static let doubleQuoteEscapes: [Character: Character] = [
        "n": "\n", "r": "\r", "t": "\t", "\"": "\"", "\\": "\\", "$": "$",
    ]
    private static let singleQuoteEscapes: [Character: Character] = ["'": "'", "\\": "\\"]

    /// The text between the quote that it starts with and the next one that is not escaped.
    private static func quoted(
        _ text: String, escapes: [Character: Character]
    ) throws(Fault) -> String {
        var rest = text.dropFirst()
        var value = ""
        while let character = rest.popFirst() {
            if character == text.first {
                try checkEnd(rest)
                return value
            }
            let escaped = character == "\\" ? rest.first.flatMap { escapes[$0] } : nil
            value.append(escaped ?? character)
            if escaped != nil { rest.removeFirst() }
        }
        throw Fault(expected: "a closing quote")
    }

    private static func checkEnd(_ rest: Substring) throws(Fault) {
        let rest = rest.trimmed
        guard rest.isEmpty || rest.hasPrefix("#") else {
            throw Fault(expected: "nothing but a comment behind the closing quote")
        }
    }
}
