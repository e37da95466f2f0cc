import HTTP
import Time

/// A letter as it goes over the wire or into a file: a header, and two parts with the same words, the second in
/// HTML (RFC 5322; RFC 2046 section 5.1.4).
///
/// What a calendar is to know comes twice: as a third of those parts (RFC 6047 section 2.4), by which mail
/// programs show buttons and fill calendars, and as a file for whoever has none that do.
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
        let file = letter.invitation.map { [part($0)] } ?? []
        let body =
            file.isEmpty
            ? words : multipart([lines([Boundary.words.field, ""]) + words] + file, .parts)
        return Array((lines(header) + body).utf8)
    }

    /// The parts that say the same.
    private var words: String {
        let invitation = letter.invitation.map { invitation in
            part(
                "text/calendar", String(decoding: invitation.document.bytes, as: UTF8.self),
                "; method=\(invitation.method.rawValue)")
        }
        return multipart(
            [part("text/plain", letter.text), part("text/html", letter.html)]
                + (invitation.map { [$0] } ?? []), .words)
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
            letter.invitation == nil ? Boundary.words.field : Boundary.parts.field,
            "",
        ]
    }

    /// Neither stands in a part, nor at the beginning of the other: quoted-printable has hexadecimal digits or a
    /// line's end behind each `=`, base64 nothing, and what has this in it is never sent as it is.
    private enum Boundary: String {
        case words = "roost-words"
        case parts = "roost-parts"

        var line: String { "--\(BodyText.neverWritten)\(rawValue)" }

        var field: String {
            let type = self == .words ? "alternative" : "mixed"
            return
                "Content-Type: multipart/\(type); boundary=\"\(BodyText.neverWritten)\(rawValue)\""
        }
    }

    private func multipart(_ parts: [String], _ boundary: Boundary) -> String {
        parts.map { "\(boundary.line)\r\n\($0)\r\n" }.joined() + "\(boundary.line)--\r\n"
    }

    private func part(_ type: String, _ text: String, _ parameters: String = "") -> String {
        let body = BodyText(text)
        return lines([
            "Content-Type: \(type); charset=utf-8\(parameters)",
            "Content-Transfer-Encoding: \(body.encoding)",
            "",
        ]) + body.encoded
    }

    /// In base64, which comes out to the byte wherever it is saved.
    private func part(_ invitation: LetterInvitation) -> String {
        let name = LetterInvitation.fileName
        return lines([
            "Content-Type: application/ics; name=\"\(name)\"",
            "Content-Disposition: attachment; filename=\"\(name)\"",
            "Content-Transfer-Encoding: base64",
            "",
        ]) + Base64.lines(of: invitation.document.bytes)
    }

    private func lines(_ lines: [String]) -> String {
        lines.map { $0 + "\r\n" }.joined()
    }
}
