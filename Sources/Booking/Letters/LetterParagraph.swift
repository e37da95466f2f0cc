/// A part of a letter, with room above and below.
package enum LetterParagraph: Equatable, Sendable {
    /// Lines may be broken within it.
    case text(String)
    /// An address of the web, to be followed. It is said who makes one: a name that looks like an
    /// address stays a name.
    case link(String)

    var text: String {
        switch self {
        case .text(let text), .link(let text): text
        }
    }

    var html: String {
        let shown = text.escapedForHTML.replacing("\r\n", with: "\n")
            .replacing("\n", with: "<br>\n")
        guard case .link(let address) = self, Self.isOfWeb(address) else { return shown }
        return "<a href=\"\(address.escapedForHTML)\">\(shown)</a>"
    }

    /// Whether it leads to a page, and doesn't run as a script.
    private static func isOfWeb(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }
}
