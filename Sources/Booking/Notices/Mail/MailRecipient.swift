/// Whom a mail goes to.
struct MailRecipient: Sendable {
    let mailbox: Mailbox
    /// Until an address is verified, anybody may have given it, and have put advertisements into names and notes:
    /// we carry no such letters.
    let isKnown: Bool
    let language: Language?

    /// Nil for an address that no letter can go to.
    init?(_ user: User) {
        let isKnown = user.profile.emailVerifiedAt != nil
        guard let mailbox = Mailbox(user.profile.email, name: isKnown ? user.profile.name : nil)
        else { return nil }
        self.init(mailbox, isKnown: isKnown, language: user.profile.language)
    }

    init(_ mailbox: Mailbox, isKnown: Bool, language: Language?) {
        self.mailbox = mailbox
        self.isKnown = isKnown
        self.language = language
    }

    func greeting(_ wording: Wording) -> LetterParagraph {
        .text(
            mailbox.name.map { wording(.greeting, ["name": WrittenText.line($0)]) }
                ?? wording(.greetingOfNobody))
    }
}
