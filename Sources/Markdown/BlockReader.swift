/// Reads lines as blocks. What begins no other block is a paragraph, so nothing is lost.
struct BlockReader {
    private let lines: [Line]
    private let depth: Int
    private var place = 0

    /// Lists and quotations within one another; deeper ones are read as paragraphs.
    private static let maximumDepth = 8

    static func blocks(of lines: [Line], depth: Int = 0) -> [Block] {
        var reader = BlockReader(lines: lines, depth: depth)
        return reader.blocks()
    }

    private init(lines: [Line], depth: Int) {
        self.lines = lines
        self.depth = depth
    }

    private var current: Line? { place < lines.count ? lines[place] : nil }

    private mutating func blocks() -> [Block] {
        var blocks: [Block] = []
        while let line = current {
            if line.isBlank || BlockStart.isComment(line) {
                place += 1
            } else {
                blocks.append(block(line))
            }
        }
        return blocks
    }

    private mutating func block(_ line: Line) -> Block {
        if let table = table() { return table }
        switch BlockStart(line) {
        case .fence(let fence): return code(fence)
        case .heading(let level, let text):
            place += 1
            return .heading(level: level, anchor: "", PhraseReader.phrases(of: text))
        case .rule:
            place += 1
            return .rule
        case .quote where depth < BlockReader.maximumDepth: return quote()
        case .item(let marker) where depth < BlockReader.maximumDepth: return list(marker)
        case .quote, .item, nil: return paragraph()
        }
    }

    /// All lines up to a blank one, or one that begins something else.
    private mutating func paragraph() -> Block {
        var text: [UInt8] = []
        repeat {
            if !text.isEmpty { text.append(Sign.newline) }
            text += lines[place].trimmed
            place += 1
        } while current.map { !$0.isBlank && !BlockStart.interrupts($0) } ?? false
        return .paragraph(PhraseReader.phrases(of: text[...]))
    }

    /// Everything up to a fence that is as long as the first, or to the end.
    private mutating func code(_ fence: BlockStart.Fence) -> Block {
        place += 1
        let first = place
        while let line = current, !fence.isClosed(by: line) { place += 1 }
        let texts = lines[first..<place].map { $0.dropping(min($0.indent, fence.indent)).text }
        place += 1
        return .code(
            language: fence.language, text: texts.map { $0 + "\n" }.joined(),
            line: lines[first - 1].number + 1)
    }

    private mutating func quote() -> Block {
        var inner: [Line] = []
        while let line = current, line.trimmed.first == Sign.greater {
            let rest = line.dropping(line.indent + 1)
            inner.append(rest.bytes.first == Sign.space ? rest.dropping(1) : rest)
            place += 1
        }
        return .quote(BlockReader.blocks(of: inner, depth: depth + 1))
    }

    private mutating func list(_ first: ListMarker) -> Block {
        var items: [[Block]] = []
        while let line = current, let marker = ListMarker(line), marker.continues(first) {
            items.append(BlockReader.blocks(of: item(line, marker), depth: depth + 1))
        }
        return .list(start: first.number, items: items)
    }

    /// The lines of an item: those that are indented as its text is, and those that go on with a paragraph
    /// of it without being indented.
    private mutating func item(_ line: Line, _ marker: ListMarker) -> [Line] {
        var inner = [line.dropping(marker.width)]
        var isFencing = false
        place += 1
        while let line = current {
            let isInside = line.indent >= marker.width
            let goesOn = !isFencing && inner.last?.isBlank == false && isLazy(line)
            guard line.isBlank || isInside || goesOn else { break }
            if line.isBlank, !isContinued(beyond: marker) { break }
            let rest = line.dropping(min(line.indent, marker.width))
            if case .fence = BlockStart(rest) { isFencing.toggle() }
            inner.append(rest)
            place += 1
        }
        skipBlanks()
        return inner
    }

    private func isLazy(_ line: Line) -> Bool {
        ListMarker(line) == nil && !BlockStart.interrupts(line)
    }

    /// Whether the first line that isn't blank belongs to the item.
    private func isContinued(beyond marker: ListMarker) -> Bool {
        lines[place...].first { !$0.isBlank }.map { $0.indent >= marker.width } ?? false
    }

    private mutating func skipBlanks() {
        while let line = current, line.isBlank { place += 1 }
    }

    /// A line with bars and one below it that says where its columns are.
    private mutating func table() -> Block? {
        guard place + 1 < lines.count, TableRow.isDelimiter(lines[place + 1]),
            let head = TableRow.cells(of: lines[place]),
            head.count == TableRow.cells(of: lines[place + 1])?.count
        else { return nil }
        place += 2
        var rows: [[[Phrase]]] = []
        while let line = current, let cells = TableRow.cells(of: line) {
            rows.append(cells)
            place += 1
        }
        return .table(head: head, rows: rows)
    }
}
