/// A type that a file declares for others, outside of any other type.
struct TopLevelType: Equatable {
    let name: String
    let line: Int

    /// Those of a Swift file. Private ones are its own affair.
    static func all(in file: SourceText) -> [TopLevelType] {
        guard file.isSwift else { return [] }
        var types: [TopLevelType] = []
        var depth = 0
        for (index, line) in file.codeLines.enumerated() {
            if depth == 0, let name = declaredName(in: line) {
                types.append(TopLevelType(name: name, line: index + 1))
            }
            depth += line.count { $0 == UInt8(ascii: "{") } - line.count { $0 == UInt8(ascii: "}") }
        }
        return types
    }

    private static func declaredName(in line: ArraySlice<UInt8>) -> String? {
        let words = SourceText.words(of: line)
        guard let keyword = words.firstIndex(where: kinds.contains), keyword + 1 < words.count,
            words[..<keyword].allSatisfy({ !others.contains($0) })
        else { return nil }
        return words[keyword + 1]
    }

    private static let kinds: Set = ["struct", "class", "enum", "actor", "protocol"]
    /// Words before a kind that make it another declaration, or a private one.
    private static let others: Set = [
        "import", "extension", "func", "let", "var", "typealias", "private", "fileprivate",
    ]
}
