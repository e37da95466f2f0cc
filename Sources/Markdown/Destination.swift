/// Where a link may lead.
enum Destination {
    private static let schemes = ["http", "https", "mailto"]

    /// A path, an anchor, or an address that only shows something: `javascript:` and its like would do things
    /// in the reader's name. A path with two slashes is another server's.
    static func isAllowed(_ text: String) -> Bool {
        guard isOneWord(text), !text.hasPrefix("//") else { return false }
        guard let scheme = scheme(of: text) else { return true }
        return schemes.contains(scheme)
    }

    /// An address with its scheme.
    static func isAddress(_ text: String) -> Bool {
        isOneWord(text) && scheme(of: text).map(schemes.contains) ?? false
    }

    private static func isOneWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 > Sign.space && $0 != 0x7F }
    }

    /// What stands before a colon, where that isn't part of a path (RFC 3986 section 4.2).
    private static func scheme(of text: String) -> String? {
        let start = text.utf8.prefix { !"/?#:".utf8.contains($0) }
        guard start.endIndex < text.utf8.endIndex, text.utf8[start.endIndex] == Sign.colon else {
            return nil
        }
        return String(decoding: start, as: UTF8.self).lowercased()
    }
}
