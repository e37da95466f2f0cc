/// Reads the text of a paragraph, a heading or a cell. A sign that turns out to mean nothing is text.
struct PhraseReader {
    private let bytes: ArraySlice<UInt8>
    private let depth: Int
    private var place: Int
    private var text: [UInt8] = []
    private var phrases: [Phrase] = []

    /// Emphasis and links within one another; deeper ones stay as they were written.
    private static let maximumDepth = 8

    static func phrases(of bytes: ArraySlice<UInt8>, depth: Int = 0) -> [Phrase] {
        var reader = PhraseReader(bytes: bytes, depth: depth)
        return reader.read()
    }

    private init(bytes: ArraySlice<UInt8>, depth: Int) {
        self.bytes = bytes
        self.depth = depth
        self.place = bytes.startIndex
    }

    private mutating func read() -> [Phrase] {
        while place < bytes.endIndex {
            if !readEscape(), !readCode(), !readAddress(), !readLink(), !readEmphasis() {
                text.append(bytes[place])
                place += 1
            }
        }
        endText()
        return phrases
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        phrases.append(.text(String(decoding: text, as: UTF8.self)))
        text = []
    }

    private mutating func append(_ phrase: Phrase, to end: Int) -> Bool {
        endText()
        phrases.append(phrase)
        place = end
        return true
    }

    private func inner(_ range: Range<Int>) -> [Phrase] {
        PhraseReader.phrases(of: bytes[range], depth: depth + 1)
    }

    /// `\*` is a star.
    private mutating func readEscape() -> Bool {
        guard bytes[place] == Sign.backslash, place + 1 < bytes.endIndex,
            Sign.isPunctuation(bytes[place + 1])
        else { return false }
        text.append(bytes[place + 1])
        place += 2
        return true
    }

    /// Everything between as many ticks on both sides. Ticks that are never closed are text, all at once.
    private mutating func readCode() -> Bool {
        guard bytes[place] == Sign.tick else { return false }
        let ticks = PhraseScan.run(bytes, at: place)
        guard let end = PhraseScan.codeEnd(bytes, from: place) else {
            text += bytes[place..<place + ticks]
            place += ticks
            return true
        }
        var code = bytes[place + ticks..<end - ticks]
        if code.count > 2, code.first == Sign.space, code.last == Sign.space {
            code = code.dropFirst().dropLast()
        }
        let line = code.map { $0 == Sign.newline ? Sign.space : $0 }
        return append(.code(String(decoding: line, as: UTF8.self)), to: end)
    }

    /// `<https://example.com>`
    private mutating func readAddress() -> Bool {
        guard bytes[place] == Sign.less,
            let end = bytes[place...].firstIndex(of: Sign.greater)
        else { return false }
        let address = String(decoding: bytes[place + 1..<end], as: UTF8.self)
        guard Destination.isAddress(address) else { return false }
        return append(.link([.text(address)], to: address), to: end + 1)
    }

    /// `[text](destination)`
    private mutating func readLink() -> Bool {
        guard bytes[place] == Sign.bracket, depth < PhraseReader.maximumDepth,
            let link = PhraseScan.link(bytes, from: place)
        else { return false }
        let destination = String(decoding: bytes[link.destination], as: UTF8.self)
        guard Destination.isAllowed(destination) else { return false }
        return append(.link(inner(link.text), to: destination), to: link.destination.upperBound + 1)
    }

    /// `*one*` or `**two**`, or the same with underscores.
    private mutating func readEmphasis() -> Bool {
        let sign = bytes[place]
        guard sign == Sign.star || sign == Sign.underscore else { return false }
        let run = PhraseScan.run(bytes, at: place)
        let count = min(run, 2)
        guard run <= 3, depth < PhraseReader.maximumDepth,
            let end = PhraseScan.emphasisEnd(bytes, from: place, count: count)
        else {
            text += bytes[place..<place + run]
            place += run
            return true
        }
        let phrases = inner(place + count..<end)
        return append(count == 2 ? .strong(phrases) : .emphasis(phrases), to: end + count)
    }
}
