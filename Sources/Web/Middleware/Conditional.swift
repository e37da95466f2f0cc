import HTTP

/// Tags every answer to a GET, and sends none that the client already has (RFC 9110 section 13).
///
/// The tags are weak: they are made from the body before it may be compressed. A route that takes
/// `If-Match` gives its answers strong ones of its own.
package struct Conditional: Middleware {
    /// What a 304 must keep of the answer it stands for (RFC 9110 section 15.4.5). A browser goes by the
    /// policy of the 304 where there is one, and every answer gets one, so a page keeps its own.
    private static let kept: [FieldName] = [
        .entityTag, .cacheControl, .vary, .contentSecurityPolicy, "Content-Location", "Expires",
    ]

    package init() {}

    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {
        guard request.method == .get || request.method == .head, response.status == .ok,
            context.match.route?.isTagged == true, let tag = Conditional.tag(&response)
        else { return }
        guard let list = request.fields.list(.ifNoneMatch),
            EntityTag.list(Array(list.utf8)[...], contains: tag, by: .weak)
        else { return }
        response = Conditional.notModified(response, request)
    }

    /// The answer's tag, made if it has none. A stream is tagged by its route or not at all.
    @discardableResult
    static func tag(_ response: inout Response) -> [UInt8]? {
        if let own = response.fields.bytes(of: .entityTag) { return Array(own) }
        guard case .bytes(let body) = response.body else { return nil }
        let tag = weakTag(ContentHash.of(body.span))
        response.fields.append(.entityTag, tag)
        return tag
    }

    /// The 304 has the fields, and the tag, of the form that this client would have got.
    private static func notModified(_ response: Response, _ request: Request) -> Response {
        var fields = response.fields.only(kept)
        if Compression.applies(to: response) {
            Compression.tellCaches(&fields)
            if Compression.isWelcome(to: request) { Compression.tellTagsApart(&fields) }
        }
        return Response(.notModified, fields)
    }

    /// `W/"` and sixteen hexadecimal digits.
    static func weakTag(_ hash: UInt64) -> [UInt8] {
        let digits = "0123456789abcdef".utf8Span.span
        var tag: [UInt8] = []
        tag.reserveCapacity(20)
        tag += "W/\"".utf8
        for shift in stride(from: 60, through: 0, by: -4) {
            tag.append(digits[Int(hash >> UInt64(shift) & 15)])
        }
        tag.append(UInt8(ascii: "\""))
        return tag
    }
}
