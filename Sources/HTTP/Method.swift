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
        guard !bytes.isEmpty else { return nil }
        let guess: Method
        switch (bytes[0], bytes.count) {
        case (UInt8(ascii: "G"), 3): guess = .get
        case (UInt8(ascii: "H"), 4): guess = .head
        case (UInt8(ascii: "P"), 4): guess = .post
        case (UInt8(ascii: "P"), 3): guess = .put
        case (UInt8(ascii: "P"), 5): guess = .patch
        case (UInt8(ascii: "D"), 6): guess = .delete
        case (UInt8(ascii: "O"), 7): guess = .options
        default: return nil
        }
        guard Ascii.equal(bytes, guess.rawValue) else { return nil }
        self = guess
    }
}
