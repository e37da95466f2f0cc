import Markdown

/// A part of the guide's contents: a heading with a list of pages below it.
struct GuideSection: Sendable {
    let title: String
    let pages: [GuidePage]

    static func all(of contents: GuidePage, in files: [String: GuidePage]) -> [GuideSection] {
        var sections: [GuideSection] = []
        var title = ""
        for block in contents.document.blocks {
            switch block {
            case .heading(_, _, let phrases): title = phrases.plainText
            case .list(_, let items):
                let names = items.compactMap { destination(of: $0) }
                let pages = names.compactMap { contents.fileName(of: $0) }.compactMap { files[$0] }
                sections.append(GuideSection(title: title, pages: pages))
            default: continue
            }
        }
        return sections
    }

    /// Where the first link of an item leads.
    private static func destination(of item: [Block]) -> String? {
        guard case .paragraph(let phrases)? = item.first else { return nil }
        return phrases.destinations.first
    }
}
