/// A mail as a server takes it: from where, to whom, and its bytes.
///
/// It has one recipient, so what the server says of it is said of that one.
package struct SMTPMail: Sendable {
    let sender: String
    let recipient: String
    let bytes: [UInt8]

    /// `bytes` are lines that end in CRLF.
    package init(from sender: String, to recipient: String, _ bytes: [UInt8]) {
        self.sender = sender
        self.recipient = recipient
        self.bytes = bytes
    }

    /// Why it can't be sent; nil for what can be.
    var fault: String? {
        SMTPMail.fault(of: sender).map { "the sender's address \($0)" }
            ?? SMTPMail.fault(of: recipient).map { "the recipient's address \($0)" }
    }

    /// RFC 5321 section 4.5.3.1.3 allows 256 for a path, which has angle brackets around it.
    private static let longestAddress = 254

    /// What stands in a command must not end it.
    private static func fault(of address: String) -> String? {
        let bytes = address.utf8
        if bytes.contains(where: { $0 >= 0x80 }) { return "isn't ASCII, which needs SMTPUTF8" }
        let marks = "<>()[],;:\\\"".utf8
        let isWritten = bytes.allSatisfy { 0x21...0x7E ~= $0 && !marks.contains($0) }
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard isWritten, bytes.count <= longestAddress, halves.count == 2,
            halves.allSatisfy({ !$0.isEmpty })
        else { return "is none" }
        return nil
    }
}
