/// Writes a document as HTML. All text is escaped: what stands in it never becomes markup.
package struct HTMLWriter {
    private let lead: (String) -> String?
    private var html = ""

    /// `lead` says where a link of the text leads on this page; nil, and its words are shown alone.
    package static func html(
        _ document: Document, leading lead: @escaping (String) -> String? = { $0 }
    ) -> String {
        var writer = HTMLWriter(lead: lead)
        writer.write(document.blocks)
        return writer.html
    }

    /// Phrases alone, for a line of a list.
    package static func html(
        _ phrases: [Phrase], leading lead: @escaping (String) -> String? = { $0 }
    ) -> String {
        var writer = HTMLWriter(lead: lead)
        writer.write(phrases)
        return writer.html
    }

    private init(lead: @escaping (String) -> String?) {
        self.lead = lead
    }

    private mutating func write(_ blocks: [Block]) {
        for block in blocks { write(block) }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .heading(let level, let anchor, let phrases): heading(level, anchor, phrases)
        case .paragraph(let phrases): element("p") { $0.write(phrases) }
        case .code(let language, let text, _): code(language, text)
        case .list(let start, let items): list(start, items)
        case .quote(let blocks): element("blockquote") { $0.write(blocks) }
        case .table(let head, let rows): table(head, rows)
        case .rule: html += "<hr>"
        }
    }

    /// The anchor is a link too, for whoever wants to show others this part.
    private mutating func heading(_ level: Int, _ anchor: String, _ phrases: [Phrase]) {
        let name = "h\(level)"
        element(name, anchor.isEmpty || level == 1 ? "" : " id=\"\(HTMLWriter.escaped(anchor))\"") {
            $0.write(phrases)
            guard level > 1, !anchor.isEmpty else { return }
            let escaped = HTMLWriter.escaped(anchor)
            $0.html +=
                " <a class=\"here\" href=\"#\(escaped)\" aria-label=\"Link to this part\">#</a>"
        }
    }

    private mutating func code(_ language: String, _ text: String) {
        let kind = language.isEmpty ? "" : " class=\"language-\(HTMLWriter.escaped(language))\""
        element("pre", " tabindex=\"0\"") {
            $0.element("code", kind) { $0.html += HTMLWriter.escaped(text) }
        }
    }

    private mutating func list(_ start: Int?, _ items: [[Block]]) {
        let first = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
        element(start == nil ? "ul" : "ol", first) {
            for item in items { $0.element("li") { $0.item(item) } }
        }
    }

    /// A paragraph that is alone, or has only a list below it, needs no room of its own.
    private mutating func item(_ blocks: [Block]) {
        for (index, block) in blocks.enumerated() {
            if index == 0, case .paragraph(let phrases) = block,
                blocks.dropFirst().allSatisfy(\.isList)
            {
                write(phrases)
            } else {
                write(block)
            }
        }
    }

    private mutating func table(_ head: [[Phrase]], _ rows: [[[Phrase]]]) {
        element("div", " class=\"wide\"") {
            $0.element("table") {
                if head.contains(where: { !$0.isEmpty }) {
                    $0.element("thead") { $0.row(head, "th") }
                }
                $0.element("tbody") { for cells in rows { $0.row(cells, "td") } }
            }
        }
    }

    private mutating func row(_ cells: [[Phrase]], _ name: String) {
        element("tr") { for cell in cells { $0.element(name) { $0.write(cell) } } }
    }

    private mutating func write(_ phrases: [Phrase]) {
        for phrase in phrases {
            switch phrase {
            case .text(let text): html += HTMLWriter.escaped(text)
            case .code(let text): element("code") { $0.html += HTMLWriter.escaped(text) }
            case .strong(let inner): element("strong") { $0.write(inner) }
            case .emphasis(let inner): element("em") { $0.write(inner) }
            case .link(let inner, let destination): link(inner, destination)
            }
        }
    }

    private mutating func link(_ inner: [Phrase], _ destination: String) {
        guard let place = lead(destination) else { return write(inner) }
        element("a", " href=\"\(HTMLWriter.escaped(place))\"") { $0.write(inner) }
    }

    private mutating func element(
        _ name: String, _ attributes: String = "", _ content: (inout HTMLWriter) -> Void
    ) {
        html += "<\(name)\(attributes)>"
        content(&self)
        html += "</\(name)>"
    }

    package static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Block {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
