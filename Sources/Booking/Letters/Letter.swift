/// A mail to one person: what it says, not yet how that is spelled for the wire.
package struct Letter: Equatable, Sendable {
    package let recipient: Mailbox
    package let subject: String
    let language: Language
    package let paragraphs: [LetterParagraph]
    /// Why they get it.
    let foot: String?
    /// What their calendar is told.
    let invitation: LetterInvitation?

    package init(
        to recipient: Mailbox, subject: String, in language: Language = .en,
        _ paragraphs: [LetterParagraph], foot: String? = nil
    ) {
        self.init(
            to: recipient, subject: subject, in: language, paragraphs, foot: foot, invitation: nil)
    }

    init(
        to recipient: Mailbox, subject: String, in language: Language,
        _ paragraphs: [LetterParagraph], foot: String?, invitation: LetterInvitation?
    ) {
        self.recipient = recipient
        self.subject = subject
        self.language = language
        self.paragraphs = paragraphs
        self.foot = foot
        self.invitation = invitation
    }

    /// For programs and people that show plain text: a blank line between the paragraphs.
    package var text: String {
        // Mail programs know a signature by a blank behind the hyphens, which would have to be encoded, and with
        // it every link.
        let ends = foot.map { ["--\n\($0)"] } ?? []
        return (paragraphs.map(\.text) + ends).joined(separator: "\n\n") + "\n"
    }

    /// For those that show HTML. Nothing in it is fetched from anywhere, and it names no colour of paper or ink:
    /// so it is light where the mail program is light, and dark where that is dark.
    package var html: String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>\(subject.escapedForHTML)</title>
        </head>
        <body style="\(LetterStyle.body)">
        <div style="\(LetterStyle.card)">
        \(paragraphs.map(\.html).joined(separator: "\n"))
        </div>
        \(foot.map { "<p style=\"\(LetterStyle.foot)\">\($0.linesForHTML)</p>" } ?? "")
        </body>
        </html>

        """
    }
}
