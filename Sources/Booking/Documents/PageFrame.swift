import Pages

/// What the pages of the guide and of problems have around them: `pages/guide.html`, with places to fill.
struct PageFrame {
    /// Text.
    var title = ""
    /// HTML: the list at the side, the page itself, what is before and behind it.
    var contents = ""
    var main = ""
    var turns = ""

    private static let pieces: [Substring] = {
        let file = PageFile.embedded.first { $0.name == "guide.html" }
        let text = String(decoding: file?.bytes ?? [], as: UTF8.self)
        return text.split(separator: "{{", omittingEmptySubsequences: false)
    }()

    var html: String {
        var html = PageFrame.pieces.first.map(String.init) ?? ""
        for piece in PageFrame.pieces.dropFirst() {
            let name = piece.prefix { $0 != "}" }
            html += filling(of: name) + piece.dropFirst(name.count + 2)
        }
        return html
    }

    private func filling(of name: Substring) -> String {
        switch name {
        case "title": title.escapedForHTML
        case "contents": contents
        case "main": main
        case "turns": turns
        default: ""
        }
    }

    /// An entry of the list at the side.
    static func entry(_ path: String, _ label: String, isHere: Bool) -> String {
        let current = isHere ? " aria-current=\"page\"" : ""
        return "<li><a href=\"\(path.escapedForHTML)\"\(current)>\(label)</a></li>"
    }
}
