import Markdown

/// A text of `docs`.
struct GuidePage: Sendable {
    /// Named from `docs`: `guide/retries.md`, `WEBHOOKS.md`.
    let file: String
    let path: String
    /// As the contents have it: so that a list of all pages reads none of them.
    let title: String
    private let text: [UInt8]

    init(_ file: String, title: String, _ text: [UInt8]) {
        self.file = file
        self.title = title
        self.text = text
        path = GuidePage.path(of: file)
    }

    /// Read anew each time, which takes half a millisecond.
    var document: Document { Document(String(decoding: text, as: UTF8.self)) }

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
