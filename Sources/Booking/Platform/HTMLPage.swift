import HTTP

/// A plain page for people: no style, no script, nothing from anywhere else, so that the strictest policy
/// lets it be.
struct HTMLPage: Sendable {
    let title: String
    /// HTML; whoever makes it escapes what others have written.
    let body: String

    var bytes: [UInt8] {
        let html = """
            <!doctype html><html lang="en"><head><meta charset="utf-8">\
            <meta name="viewport" content="width=device-width">\
            <title>\(title.escapedForHTML)</title></head><body>\(body)</body></html>
            """
        return Array(html.utf8)
    }

    func response(_ status: Status = .ok) -> Response {
        Response(
            status, ResponseFields([.contentType: "text/html; charset=utf-8"]),
            body: .bytes(bytes))
    }
}
