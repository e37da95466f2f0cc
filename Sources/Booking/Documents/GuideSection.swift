import Markdown

/// A part of the guide's contents: a heading with a list of pages below it.
struct GuideSection: Sendable {
    let title: String
    let pages: [GuidePage]

    static func all(of contents: GuidePage, in files: [String: [UInt8]]) -> [GuideSection] {
        var sections: [GuideSection] = []
        var title = ""
        for block in contents.document.blocks {
            switch block {
            case .heading(_, _, let phrases): title = phrases.plainText
            case .list(_, let items):
                let pages = items.compactMap { page(of: $0, contents, files) }
                sections.append(GuideSection(title: title, pages: pages))
            default: continue
            }
        }
        return sections
    }

    /// What the link leads to with which an item begins.
    private static func page(
        of item: [Block], _ contents: GuidePage, _ files: [String: [UInt8]]
    ) -> GuidePage? {
        guard case .paragraph(let phrases)? = item.first,
            case .link(let title, let destination)? = phrases.first,
            let name = contents.fileName(of: destination), let text = files[name]
        else { return nil }
        return GuidePage(name, title: title.plainText, text)
    }
}
