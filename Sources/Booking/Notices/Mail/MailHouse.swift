/// Who writes the mails: what the house is called, where its letters come from, and where its pages are.
package struct MailHouse: Sendable {
    let sender: Mailbox
    /// Where the links in letters lead; without it letters hold the bare token.
    let publicURL: String?
    let wordings: Wordings

    /// The sender's name is what the house is called.
    package init(sender: Mailbox, publicURL: String?, wordings: Wordings) {
        self.sender = sender
        self.publicURL = publicURL
        self.wordings = wordings
    }

    /// What a mail server is told that this one is called.
    package var domain: String { sender.domain }

    var name: String { WrittenText.line(sender.name ?? sender.domain) }
}
