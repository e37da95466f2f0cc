import HTTP
import Pages
import Web

/// The pages for people who make clients, and what browsers load for them: all of it is in the binary, and
/// nothing comes from anywhere else.
enum PageAssets {
    /// Styles and scripts come from this server and from nowhere else, and none stands in a page.
    private static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
        base-uri 'none'; form-action 'self'; frame-ancestors 'none'
        """

    /// Who turns from page to page needn't ask for each script again. It is short, since an upgrade changes
    /// pages and scripts together.
    private static let freshness = "private, max-age=60"

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    private static let texts: [String: PreparedText] = {
        let pairs = PageFile.embedded.map { ($0.name, text($0.name, $0.bytes)) }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// Those that are no pages, by name.
    static func asset(_ name: String) -> PreparedText? {
        name.hasSuffix(".html") ? nil : texts[name]
    }

    static func page(_ name: String) throws(Problem) -> PreparedText {
        guard let page = texts["\(name).html"] else { throw .notFound }
        return page
    }

    /// A page that was made when the server started, or just now.
    static func page(of html: String) -> PreparedText {
        text("made.html", Array(html.utf8))
    }

    private static func text(_ name: String, _ bytes: [UInt8]) -> PreparedText {
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        let type = types[ending] ?? "application/octet-stream"
        var fields = ResponseFields([.contentType: type, .contentSecurityPolicy: policy])
        if ending != "html" { fields.append(.cacheControl, freshness) }
        return PreparedText(bytes, fields)
    }
}
