import HTTP

/// Where a letter comes from or goes to: an address, and the name of whom it belongs to.
package struct Mailbox: Equatable, Sendable {
    package let address: String
    package let name: String?
    /// What stands behind the `@`.
    let domain: String

    /// RFC 5321 section 4.5.3.1.3 allows 256 for a path, which has angle brackets around it.
    private static let longestAddress = 254

    /// Nil where the address can't stand in a header as it is: it is two dot-atoms around one `@`
    /// (RFC 5322 section 3.4.1). The domain needs no dot in it, so that `roost@localhost` may send.
    package init?(_ address: String, name: String? = nil) {
        let halves = address.utf8.split(
            separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard address.utf8.count <= Mailbox.longestAddress, halves.count == 2,
            halves.allSatisfy(Mailbox.isDotAtom)
        else { return nil }
        self.address = address
        self.name = name
        domain = String(Substring(halves[1]))
    }

    private static func isDotAtom(_ text: Substring.UTF8View) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
    }

    /// What RFC 5322 section 3.2.3 calls atext are HTTP's tokens, and a few marks more.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: ".") && (Ascii.isToken(byte) || marks.contains(byte))
    }

    private static let marks = Array("/=?{}".utf8)
}
