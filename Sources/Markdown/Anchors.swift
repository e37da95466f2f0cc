/// Names headings as GitHub does, so that a link works here and there, and stays what it is while the words
/// do.
struct Anchors {
    private var taken: Set<String> = []

    mutating func naming(_ blocks: [Block]) -> [Block] {
        blocks.map { block in
            guard case .heading(let level, _, let phrases) = block else { return block }
            return .heading(level: level, anchor: name(phrases.plainText), phrases)
        }
    }

    private mutating func name(_ text: String) -> String {
        let words = text.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        let start = String(words.map { $0 == " " ? "-" : $0 })
        var name = start
        var number = 0
        while !taken.insert(name).inserted {
            number += 1
            name = "\(start)-\(number)"
        }
        return name
    }
}
