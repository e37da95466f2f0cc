import Chance
import Markdown
import Testing

/// Texts that chance puts together from what means something in Markdown.
@Suite("Whatever the text")
struct AnyTextTests {
    private static let pieces = [
        "#", "##", "* ", "- ", "1. ", "7) ", "> ", "```", "~~~", "```sh", "|", "|---|", "\n",
        "\n\n",
        "  ", "    ", "`", "``", "*", "**", "***", "_", "[", "](", ")", "\\", "<", ">", "<!--",
        "-->",
        "<b>", "</p>", "&", "\"", "'", "ü", "javascript:", "https://a.example", ".md",
        " ",
        "---", "\r\n", "\t",
    ]

    /// Words with a number, and signs between them; remarks are left out where words are to stay.
    private func text(_ number: UInt64, remarks: Bool) -> (text: String, words: [String]) {
        var chance = SeededGenerator(seed: 7, number: number)
        var text = ""
        var words: [String] = []
        for index in 0..<chance.below(60) {
            let piece = chance.pick(AnyTextTests.pieces)
            if remarks || !piece.contains("--") { text += piece }
            if chance.below(3) == 0 {
                words.append("w\(index)x")
                text += "w\(index)x"
            }
        }
        return (text, words)
    }

    @Test("No word of it is lost")
    func words() {
        for number in 0..<1500 as Range<UInt64> {
            let (text, words) = text(number, remarks: false)
            let html = HTMLWriter.html(Document(text))
            for word in words where !html.contains(word) {
                Issue.record("\(word) of \(number) is lost: \(text.debugDescription)")
                return
            }
        }
    }

    @Test("Every element is one of ours, and is closed within the one that holds it")
    func elements() {
        for number in 0..<1500 as Range<UInt64> {
            let (text, _) = text(number, remarks: true)
            let html = HTMLWriter.html(Document(text))
            guard let fault = AnyTextTests.fault(of: html) else { continue }
            Issue.record("\(fault) of \(number): \(text.debugDescription)\n\(html)")
            return
        }
    }

    /// What is wrong with the order of elements, if anything.
    private static func fault(of html: String) -> String? {
        var open: [Substring] = []
        for piece in html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1) {
            let tag = piece.prefix { $0 != ">" }
            let name = tag.prefix { $0 != " " }
            if name == "hr" { continue }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return "</\(name)>" }
            } else if known.contains(String(name)) {
                open.append(name)
            } else {
                return "<\(name)>"
            }
            let hasScript = tag.contains("javascript:") || tag.contains("onclick")
            if hasScript { return String(tag) }
        }
        return open.last.map { "open \($0)" }
    }

    private static let known: Set = [
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "code", "ul", "ol", "li", "blockquote",
        "div", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "a",
    ]

    @Test("What is nested too deeply is shown, and takes no longer")
    func deep() {
        let quotes = String(repeating: "> ", count: 5_000) + "end"
        #expect(HTMLWriter.html(Document(quotes)).contains("end"))
        let lists = String(repeating: "* ", count: 2_000) + "end"
        #expect(HTMLWriter.html(Document(lists)).contains("end"))
        let stars = String(repeating: "*a ", count: 1_000) + "end"
        #expect(HTMLWriter.html(Document(stars)).contains("end"))
        let brackets = String(repeating: "[", count: 1_000) + "end"
        #expect(HTMLWriter.html(Document(brackets)).contains("end"))
    }
}
