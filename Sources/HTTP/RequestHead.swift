/// Everything of a request before its body.
package struct RequestHead: Sendable {
    package let method: Method
    package let target: Target
    package let version: Version
    package let fields: RequestFields
    package let framing: Framing
    /// The host that the request is for: the target's, or that of the Host field; empty in HTTP/1.0.
    package let host: String
    /// Whether the client would keep the connection (RFC 9112 section 9.3).
    package let keepsAlive: Bool
    /// Whether the client waits for `100 Continue` before it sends the body.
    package let expectsContinue: Bool

    /// How the body's end is found (RFC 9112 section 6.3).
    package enum Framing: Equatable, Sendable {
        case none
        case length(Int)
        case chunked
    }
}
