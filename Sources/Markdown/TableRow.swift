/// A line of a table: cells with bars between them.
enum TableRow {
    /// Nil where the line has no bar. `\|` is a bar within a cell, also in code.
    static func cells(of line: Line) -> [[Phrase]]? {
        var text = line.trimmed
        guard text.contains(Sign.bar) else { return nil }
        if text.first == Sign.bar { text.removeFirst() }
        return parts(of: text).map { PhraseReader.phrases(of: Sign.trimmed($0[...])) }
    }

    private static func parts(of text: ArraySlice<UInt8>) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var isEscaped = false
        for byte in text {
            if byte == Sign.bar, isEscaped {
                parts[parts.count - 1].removeLast()
                parts[parts.count - 1].append(byte)
            } else if byte == Sign.bar {
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
            }
            isEscaped = byte == Sign.backslash && !isEscaped
        }
        if parts.count > 1, parts.last?.allSatisfy(Sign.isBlank) == true { parts.removeLast() }
        return parts
    }

    /// `|---|:--:|`
    static func isDelimiter(_ line: Line) -> Bool {
        let text = line.trimmed
        let signs = [Sign.bar, Sign.dash, Sign.colon, Sign.space]
        return text.contains(Sign.bar) && text.contains(Sign.dash)
            && text.allSatisfy(signs.contains)
    }
}
