/// The name of a header field, written as it goes out; comparisons ignore case.
package struct FieldName: Sendable, ExpressibleByStringLiteral {
    package let text: String
    let tag: UInt16

    package init(stringLiteral text: String) {
        self.text = text
        tag = FieldName.tag(text.utf8Span.span)
    }

    /// Length and first letter, enough to pass over nearly every other field without comparing it.
    @inline(__always)
    static func tag(_ name: Span<UInt8>) -> UInt16 {
        name.isEmpty ? 0 : tag(name.count, name[0])
    }

    @inline(__always)
    static func tag(_ count: Int, _ first: UInt8) -> UInt16 {
        UInt16(truncatingIfNeeded: count) << 8 | UInt16(first | 0x20)
    }

    package static var accept: FieldName { "Accept" }
    package static var acceptEncoding: FieldName { "Accept-Encoding" }
    package static var acceptLanguage: FieldName { "Accept-Language" }
    package static var allow: FieldName { "Allow" }
    package static var authorization: FieldName { "Authorization" }
    package static var cacheControl: FieldName { "Cache-Control" }
    package static var connection: FieldName { "Connection" }
    package static var contentDisposition: FieldName { "Content-Disposition" }
    package static var contentEncoding: FieldName { "Content-Encoding" }
    package static var contentLength: FieldName { "Content-Length" }
    package static var contentSecurityPolicy: FieldName { "Content-Security-Policy" }
    package static var contentType: FieldName { "Content-Type" }
    package static var entityTag: FieldName { "ETag" }
    package static var expect: FieldName { "Expect" }
    package static var forwarded: FieldName { "Forwarded" }
    package static var host: FieldName { "Host" }
    package static var ifMatch: FieldName { "If-Match" }
    package static var ifNoneMatch: FieldName { "If-None-Match" }
    package static var lastEventID: FieldName { "Last-Event-ID" }
    package static var link: FieldName { "Link" }
    package static var location: FieldName { "Location" }
    package static var origin: FieldName { "Origin" }
    package static var requestID: FieldName { "X-Request-ID" }
    package static var retryAfter: FieldName { "Retry-After" }
    package static var transferEncoding: FieldName { "Transfer-Encoding" }
    package static var upgrade: FieldName { "Upgrade" }
    package static var userAgent: FieldName { "User-Agent" }
    package static var webSocketAccept: FieldName { "Sec-WebSocket-Accept" }
    package static var webSocketKey: FieldName { "Sec-WebSocket-Key" }
    package static var webSocketVersion: FieldName { "Sec-WebSocket-Version" }
    package static var vary: FieldName { "Vary" }
    package static var wwwAuthenticate: FieldName { "WWW-Authenticate" }
    package static var xForwardedFor: FieldName { "X-Forwarded-For" }
}
