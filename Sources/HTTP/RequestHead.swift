/// Everything of a request before its body.
package struct RequestHead: Sendable {
    package let method: Method
    package let target: Target
    package let version: Version
    package let fields: RequestFields
    package let framing: Framing
    /// Where the host lies in the head's bytes.
    let hostRange: Range<Int>?
    /// Whether the client would keep the connection (RFC 9112 section 9.3).
    package let keepsAlive: Bool
    /// Whether the client waits for `100 Continue` before it sends the body.
    package let expectsContinue: Bool

    /// The host that the request is for: the target's, or that of the Host field; empty where
    /// HTTP/1.0 names none.
    package var host: String {
        hostRange.map { String(decoding: fields.bytes[$0], as: UTF8.self) } ?? ""
    }

    /// How the body's end is found (RFC 9112 section 6.3).
    package enum Framing: Equatable, Sendable {
        case none
        case length(Int)
        case chunked
    }
}
