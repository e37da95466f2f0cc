import HTTP

/// Which media types a client would rather have (RFC 9110 section 12.5.1), as far as pages and JSON go.
/// Weights are in thousandths.
package struct AcceptedTypes {
    private var html: Int?
    private var json: Int?

    package init(_ fields: RequestFields) {
        for member in (fields.list(.accept) ?? "").split(separator: ",") {
            let parts = member.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let type = parts.first?.lowercased() else { continue }
            let weight = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
            let value = weight.map { QualityValue.thousandths($0.dropFirst(2)) } ?? 1_000
            switch type {
            case "text/html", "application/xhtml+xml": html = max(html ?? 0, value)
            case "application/json": json = value
            default: break
            }
        }
    }

    /// Whether a page is asked for by name, and no less than JSON: browsers do that. What takes anything
    /// is a program.
    package var prefersHTML: Bool {
        guard let html, html > 0 else { return false }
        return html >= json ?? 0
    }
}
