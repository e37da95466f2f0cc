extension Letter {
    /// With which a password can be set anew.
    static func recovery(
        of user: User, _ token: SecretToken, _ rules: Users.Rules
    ) -> Letter? {
        letter(
            to: user, "Set a new password",
            [
                greeting(of: user),
                .text("Somebody, you I hope, has asked to set a new password for your account."),
            ] + way(to: .reset, with: token, rules) + [
                .text("It works once, within an hour. If it wasn't you, do nothing.")
            ])
    }

    /// With which somebody shows that an address is theirs.
    static func verification(
        of user: User, _ token: SecretToken, _ rules: Users.Rules
    ) -> Letter? {
        letter(
            to: user, "Is this your e-mail address?",
            [
                greeting(of: user),
                .text("Your account has this e-mail address. Please say that it is yours."),
            ] + way(to: .verification, with: token, rules) + [
                .text("It works once, within a day. If it isn't your account, do nothing.")
            ])
    }

    /// Tells who had an address that the account has another now.
    static func addressTaken(from user: User) -> Letter? {
        letter(
            to: user, "Your account has another e-mail address",
            [
                greeting(of: user),
                .text(
                    "The e-mail address of your account was changed, so letters no longer come here. "
                        + "If it wasn't you, tell those who run this place, at once."),
            ])
    }

    /// Tells that a password is another now.
    static func passwordChanged(of user: User) -> Letter? {
        letter(
            to: user, "Your password was changed",
            [
                greeting(of: user),
                .text(
                    "The password of your account was changed, and other devices were signed out. If it "
                        + "wasn't you, set a new one by the way for forgotten passwords, at once."),
            ])
    }

    private static func letter(
        to user: User, _ subject: String, _ paragraphs: [LetterParagraph]
    ) -> Letter? {
        Mailbox(user.profile.email, name: knownName(of: user)).map {
            Letter(to: $0, subject: subject, paragraphs)
        }
    }

    private static func greeting(of user: User) -> LetterParagraph {
        .text(knownName(of: user).map { "Hello \($0)!" } ?? "Hello!")
    }

    /// Until an address is verified, anybody may have given it, and a name that is an advertisement: we
    /// carry no such letters.
    private static func knownName(of user: User) -> String? {
        user.profile.emailVerifiedAt == nil ? nil : user.profile.name
    }

    /// A link where a server knows its own address, and the bare token for apps that ask for it.
    private static func way(
        to page: LetterPage.Path, with token: SecretToken, _ rules: Users.Rules
    ) -> [LetterParagraph] {
        let code: LetterParagraph = .text("Your code: \(token.text)")
        guard let url = rules.publicURL else { return [code] }
        return [.link("Link", to: "\(url)\(page.rawValue)?token=\(token.text)"), code]
    }
}
