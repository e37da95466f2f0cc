import HTTP

/// Tells browsers to do nothing with an answer but read it.
package struct SecurityHeaders: Middleware {
    /// How clients reach the server. Over plain HTTP a browser must ignore
    /// `Strict-Transport-Security` (RFC 6797 section 8.1), so it isn't sent.
    package enum Transport: Sendable {
        case http
        case https
    }

    /// What every answer carries.
    private let always: ResponseFields
    /// The same and what nearly every answer of the API needs besides, as one block.
    private let usual: ResponseFields

    /// An answer of the API is no page: it loads nothing and stands in no frame.
    private static let policy = ResponseFields([
        .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'"
    ])
    /// Answers are for one client at one time. What has a tag may be kept, and asked about each time.
    private static let neverStored = ResponseFields([.cacheControl: "no-store"])
    private static let askedEachTime = ResponseFields([.cacheControl: "private, no-cache"])

    package init(_ transport: Transport) {
        // CORS requests pass `same-origin`; it stops pages elsewhere from embedding answers.
        var fields = ResponseFields([
            "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
            "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin",
        ])
        if transport == .https { fields.append("Strict-Transport-Security", "max-age=31536000") }
        always = fields
        fields.append(SecurityHeaders.policy)
        fields.append(SecurityHeaders.neverStored)
        usual = fields
    }

    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {
        protect(&response, method: request.method)
    }

    /// Adds the fields; what the answer says about itself stays. For answers that pass no layer, too.
    package func protect(_ response: inout Response, method: Method) {
        let hasPolicy = response.fields.contains(.contentSecurityPolicy)
        let hasCaching = response.fields.contains(.cacheControl)
        let isKept = !hasCaching && SecurityHeaders.mayBeKept(response, method)
        if !hasPolicy, !hasCaching, !isKept { return response.fields.append(usual) }
        response.fields.append(always)
        if !hasPolicy { response.fields.append(SecurityHeaders.policy) }
        if isKept {
            response.fields.append(SecurityHeaders.askedEachTime)
        } else if !hasCaching {
            response.fields.append(SecurityHeaders.neverStored)
        }
    }

    private static func mayBeKept(_ response: Response, _ method: Method) -> Bool {
        (method == .get || method == .head)
            && (response.status == .ok || response.status == .notModified)
            && response.fields.contains(.entityTag)
    }
}
