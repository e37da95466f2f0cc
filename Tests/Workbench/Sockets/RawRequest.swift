/// A request as text, for clients that send it whole, in pieces or behind another.
package struct RawRequest {
    package let text: String

    /// `"POST /path"`, with a Host field, and a Content-Length where there is a body.
    package init(
        _ line: String, _ fields: [String] = [], body: String? = nil, version: String = "1.1"
    ) {
        var lines = ["\(line) HTTP/\(version)", "Host: roost.test"] + fields
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        text = lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }
}
