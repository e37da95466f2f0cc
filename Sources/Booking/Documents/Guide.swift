import Markdown
import Pages

/// The guide and the reference: texts of `docs`, as pages that lead to one another.
///
/// Their order, their sections and a sentence about each stand in `docs/guide/README.md`, which is the first
/// page here and what people see who look into the folder.
struct Guide: Sendable {
    let sections: [GuideSection]
    /// The page of all contents.
    let start: GuidePage
    /// The path of each file.
    private let paths: [String: String]

    /// What the binary has.
    static let embedded = Guide(PageFile.documents)

    init(_ files: [PageFile]) {
        let texts = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
        start = GuidePage(
            Guide.contentsFile, title: "The guide", texts[Guide.contentsFile] ?? [])
        sections = GuideSection.all(of: start, in: texts)
        let pages = [start] + sections.flatMap(\.pages)
        paths = Dictionary(pages.map { ($0.file, $0.path) }) { first, _ in first }
    }

    private static let contentsFile = "guide/README.md"

    /// Every page in the order of reading.
    var pages: [GuidePage] { sections.flatMap(\.pages) }

    /// The page that is at this path.
    func page(at path: String) -> GuidePage? {
        path == start.path ? start : pages.first { $0.path == path }
    }

    /// The pages before and behind another.
    func neighbours(of page: GuidePage) -> (before: GuidePage?, behind: GuidePage?) {
        let all = [start] + pages
        guard let place = all.firstIndex(where: { $0.path == page.path }) else { return (nil, nil) }
        return (
            place > 0 ? all[place - 1] : nil, place + 1 < all.count ? all[place + 1] : nil
        )
    }

    /// Where a link of a page leads here; nil where it leads to a file that isn't served.
    func place(of destination: String, from page: GuidePage) -> String? {
        guard let name = page.fileName(of: destination) else { return destination }
        let anchor = destination.drop { $0 != "#" }
        return paths[name].map { $0 + anchor }
    }
}
