import Markdown

/// A page of the guide as browsers get it: with the contents at the side and its neighbours below it.
struct GuideFrame {
    let guide: Guide
    let page: GuidePage

    var html: String {
        PageFrame(
            title: page.title, contents: contents, main: guide.html(of: page), turns: turns
        ).html
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
        let parts = page.document.headings.filter { $0.level == 2 }
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
