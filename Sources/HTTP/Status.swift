/// A status code with its reason phrase (RFC 9110 section 15).
package struct Status: Hashable, Sendable {
    package let code: Int

    package init(_ code: Int) {
        self.code = code
    }

    package static var switchingProtocols: Status { Status(101) }
    package static var ok: Status { Status(200) }
    package static var created: Status { Status(201) }
    package static var noContent: Status { Status(204) }
    package static var notModified: Status { Status(304) }
    package static var badRequest: Status { Status(400) }
    package static var unauthorized: Status { Status(401) }
    package static var forbidden: Status { Status(403) }
    package static var notFound: Status { Status(404) }
    package static var methodNotAllowed: Status { Status(405) }
    package static var requestTimeout: Status { Status(408) }
    package static var conflict: Status { Status(409) }
    package static var gone: Status { Status(410) }
    package static var preconditionFailed: Status { Status(412) }
    package static var contentTooLarge: Status { Status(413) }
    package static var uriTooLong: Status { Status(414) }
    package static var unsupportedMediaType: Status { Status(415) }
    package static var expectationFailed: Status { Status(417) }
    package static var unprocessableContent: Status { Status(422) }
    package static var upgradeRequired: Status { Status(426) }
    package static var tooManyRequests: Status { Status(429) }
    package static var fieldsTooLarge: Status { Status(431) }
    package static var internalServerError: Status { Status(500) }
    package static var notImplemented: Status { Status(501) }
    package static var serviceUnavailable: Status { Status(503) }
    package static var gatewayTimeout: Status { Status(504) }
    package static var versionNotSupported: Status { Status(505) }

    /// Whether an answer with this status never has a body (RFC 9110 section 6.4.1).
    package var forbidsBody: Bool { code < 200 || code == 204 || code == 304 }

    package var reason: String {
        switch code {
        case 100: "Continue"
        case 101: "Switching Protocols"
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 206: "Partial Content"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 304: "Not Modified"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 406: "Not Acceptable"
        case 408: "Request Timeout"
        case 409: "Conflict"
        case 410: "Gone"
        case 412: "Precondition Failed"
        case 413: "Content Too Large"
        case 414: "URI Too Long"
        case 415: "Unsupported Media Type"
        case 417: "Expectation Failed"
        case 422: "Unprocessable Content"
        case 426: "Upgrade Required"
        case 428: "Precondition Required"
        case 429: "Too Many Requests"
        case 431: "Request Header Fields Too Large"
        case 500: "Internal Server Error"
        case 501: "Not Implemented"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        case 504: "Gateway Timeout"
        case 505: "HTTP Version Not Supported"
        default: "Status"
        }
    }
}
