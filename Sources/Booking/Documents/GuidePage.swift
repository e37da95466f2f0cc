import Markdown

/// A text of `docs`.
struct GuidePage: Sendable {
    /// Named from `docs`: `guide/retries.md`, `WEBHOOKS.md`.
    let file: String
    let path: String
    let document: Document

    init(_ file: String, _ document: Document) {
        self.file = file
        self.document = document
        path = GuidePage.path(of: file)
    }

    var title: String { document.title }

    private static func path(of file: String) -> String {
        let name = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
        switch name {
        case "guide/README": return "/docs/guide"
        case "PROBLEMS": return "/docs/problems"
        case _ where name.hasPrefix("guide/"): return "/docs/\(name)"
        default: return "/docs/reference/\(name.lowercased())"
        }
    }

    /// The file that a relative link names, from `docs` on; nil for an address, a path from the root or an
    /// anchor of this page.
    func fileName(of destination: String) -> String? {
        let path = destination.prefix { $0 != "#" }
        guard !path.isEmpty, !path.hasPrefix("/"), !path.contains(":") else { return nil }
        var folders = file.split(separator: "/").dropLast()
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                // Above `docs` there is nothing that is served.
                guard folders.popLast() != nil else { return "../\(path)" }
            default: folders.append(part)
            }
        }
        return folders.joined(separator: "/")
    }
}
