/// The methods that Roost implements. Any other is answered with 501 (RFC 9110 section 9.1).
package enum Method: String, CaseIterable, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
    case options = "OPTIONS"

    /// The method with exactly these bytes; methods are case-sensitive.
    init?(_ bytes: Span<UInt8>) {
        for method in Method.allCases where Ascii.equal(bytes, method.rawValue) {
            self = method
            return
        }
        return nil
    }
}
