/// The protocol's version on a request line. A higher minor version is spoken to as 1.1
/// (RFC 9110 section 2.5).
package enum Version: Sendable {
    case http10
    case http11
}
