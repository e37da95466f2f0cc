/// A part of a letter, with room above and below.
package enum LetterParagraph: Equatable, Sendable {
    /// Lines may be broken within it.
    case text(String)
    /// An address of the web, to be followed, and what doing so is called. It is said who makes one: a name that
    /// looks like an address stays a name.
    case link(String, to: String)
    /// What it is about, and what there is to know of it.
    case facts(String, [LetterFact])

    var text: String {
        switch self {
        case .text(let text): text
        case .link(let name, let address): "\(name):\n\(address)"
        case .facts(let title, let facts):
            ([title] + facts.map(\.text)).joined(separator: "\n")
        }
    }

    var html: String {
        switch self {
        case .text(let text): "<p style=\"\(LetterStyle.text)\">\(text.linesForHTML)</p>"
        case .link(let name, let address): Self.html(name, address)
        case .facts(let title, let facts):
            """
            <div style="\(LetterStyle.facts)">
            <h1 dir="auto" style="\(LetterStyle.title)">\(title.linesForHTML)</h1>
            \(facts.map(\.html).joined(separator: "\n"))
            </div>
            """
        }
    }

    private static func html(_ name: String, _ address: String) -> String {
        guard isOfWeb(address) else { return LetterParagraph.text("\(name):\n\(address)").html }
        return """
            <p style="\(LetterStyle.text)"><a href="\(address.escapedForHTML)" \
            style="\(LetterStyle.button)">\(name.linesForHTML)</a></p>
            """
    }

    /// Whether it leads to a page, and doesn't run as a script.
    private static func isOfWeb(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }
}
