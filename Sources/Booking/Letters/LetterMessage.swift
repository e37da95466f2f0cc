import HTTP
import Time

/// A letter as it goes over the wire or into a file: header and two parts with the same words, the
/// second in HTML (RFC 5322; RFC 2046 section 5.1.4).
package struct LetterMessage: Sendable {
    package let letter: Letter
    package let sender: Mailbox
    /// Tells it from all others. Only letters, digits and hyphens are kept of what was given.
    package let id: String
    package let date: Instant

    /// More would make the line of the Message-ID too long beside a long domain.
    private static let longestID = 64

    package init(_ letter: Letter, from sender: Mailbox, id: String, date: Instant) {
        self.letter = letter
        self.sender = sender
        self.id = String(
            decoding: id.utf8.filter(LetterMessage.isPlain).prefix(LetterMessage.longestID),
            as: UTF8.self)
        self.date = date
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        Ascii.isDigit(byte) || byte == UInt8(ascii: "-")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(Ascii.lowercased(byte))
    }

    /// All of it, each line ending in CRLF.
    package var bytes: [UInt8] {
        let parts = [part("text/plain", letter.text), part("text/html", letter.html)]
        return Array((lines(header) + parts.joined() + "--\(boundary)--\r\n").utf8)
    }

    private var header: [String] {
        [
            "From: \(HeaderText.mailbox(sender))",
            "To: \(HeaderText.mailbox(letter.recipient))",
            "Subject: \(HeaderText.unstructured(letter.subject))",
            "Date: \(String(decoding: HTTPDate.bytes(date).dropLast(3), as: UTF8.self))+0000",
            "Message-ID: <\(id)@\(sender.domain)>",
            "MIME-Version: 1.0",
            // Nobody's answering machine is to answer (RFC 3834 section 5).
            "Auto-Submitted: auto-generated",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
            "",
        ]
    }

    /// Stands in no part: quoted-printable has hexadecimal digits or a line's end behind each `=`, and what
    /// has this in it is never sent as it is.
    private var boundary: String { "\(BodyText.neverWritten)roost" }

    private func part(_ type: String, _ text: String) -> String {
        let body = BodyText(text)
        let header = [
            "--\(boundary)",
            "Content-Type: \(type); charset=utf-8",
            "Content-Transfer-Encoding: \(body.encoding)",
            "",
        ]
        return lines(header) + body.encoded + "\r\n"
    }

    private func lines(_ lines: [String]) -> String {
        lines.map { $0 + "\r\n" }.joined()
    }
}
