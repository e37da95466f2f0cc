import Markdown

/// A page of the guide as browsers get it: with the contents at the side and its neighbours below it.
struct GuideFrame {
    private let guide: Guide
    private let page: GuidePage
    private let document: Document

    init(_ page: GuidePage, of guide: Guide) {
        self.guide = guide
        self.page = page
        document = page.document
    }

    var html: String {
        let main = HTMLWriter.html(document) { guide.place(of: $0, from: page) }
        return PageFrame(title: page.title, contents: contents, main: main, turns: turns).html
    }

    private var contents: String {
        guide.sections.map { section in
            let entries = section.pages.map(entry)
            return "<p>\(section.title.escapedForHTML)</p><ul>\(entries.joined())</ul>"
        }.joined()
    }

    /// The page that is shown has its own headings below it.
    private func entry(_ other: GuidePage) -> String {
        let isHere = other.path == page.path
        let entry = PageFrame.entry(
            other.path, other.title.escapedForHTML, isHere: isHere)
        return isHere ? entry + parts : entry
    }

    private var parts: String {
        let parts = document.headings.filter { $0.level == 2 }
        guard !parts.isEmpty else { return "" }
        let entries = parts.map { part in
            PageFrame.entry(
                "#\(part.anchor)", part.phrases.plainText.escapedForHTML, isHere: false)
        }
        return "<li><ul>\(entries.joined())</ul></li>"
    }

    private var turns: String {
        let (before, behind) = guide.neighbours(of: page)
        return turn(before, "prev", "Before") + turn(behind, "next", "Next")
    }

    private func turn(_ page: GuidePage?, _ relation: String, _ label: String) -> String {
        guard let page else { return "" }
        return "<a rel=\"\(relation)\" href=\"\(page.path)\"><span>\(label)</span> "
            + "\(page.title.escapedForHTML)</a>"
    }
}
