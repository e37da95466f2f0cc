/// A mail to one person: what it says, not yet how that is spelled for the wire.
package struct Letter: Equatable, Sendable {
    package let recipient: Mailbox
    package let subject: String
    package let paragraphs: [LetterParagraph]

    package init(to recipient: Mailbox, subject: String, _ paragraphs: [LetterParagraph]) {
        self.recipient = recipient
        self.subject = subject
        self.paragraphs = paragraphs
    }

    /// For programs and people that show plain text: a blank line between the paragraphs.
    package var text: String {
        paragraphs.map(\.text).joined(separator: "\n\n") + "\n"
    }

    /// For those that show HTML. Nothing in it is fetched from anywhere.
    package var html: String {
        """
        <!doctype html>
        <html>
        <head><meta charset="utf-8"><title>\(subject.escapedForHTML)</title></head>
        <body>
        \(paragraphs.map { "<p>\($0.html)</p>" }.joined(separator: "\n"))
        </body>
        </html>

        """
    }
}
