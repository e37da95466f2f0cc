import JSON
import Time

/// A letter about an account, with all that is needed to write it when it is sent: tokens are kept nowhere else.
struct AccountLetter: Equatable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        /// With which a password can be set anew.
        case recovery = "user.recovery"
        /// With which somebody shows that an address is theirs.
        case verification = "user.verification"
        /// Tells who had an address that the account has another now.
        case addressChanged = "user.address_changed"
        case passwordChanged = "user.password_changed"
    }

    let kind: Kind
    let address: String
    /// What they are called, where the address is known to be theirs.
    let name: String?
    let language: Language?
    let token: String?
    /// Until when the token opens anything.
    let end: Instant?

    static let schema: Schema<AccountLetter> = .object(
        AccountLetter.init,
        Field("kind", \.kind, .oneOf(Kind.allCases), "What it tells."),
        Field("address", \.address, .text(1...1_000), "Where it goes."),
        Field("name", \.name, optional: .text(0...1_000), "What they are called."),
        Field("language", \.language, optional: .oneOf(Language.allCases), "What it is in."),
        Field("token", \.token, optional: .text(1...1_000), "The secret in it."),
        Field("end", \.end, optional: .instant, "Until when that opens anything."))

    /// What a secret opens that opens nothing any more, nobody wants to try.
    func isUseful(at now: Instant) -> Bool { end.map { now < $0 } ?? true }

    /// Nil where the address is none.
    func letter(from house: MailHouse) -> Letter? {
        guard let mailbox = Mailbox(address, name: name) else { return nil }
        let recipient = MailRecipient(mailbox, isKnown: name != nil, language: language)
        let wording = house.wordings[language]
        return Letter(
            to: mailbox, subject: wording(subject), in: wording.language,
            [recipient.greeting(wording)] + paragraphs(wording, house),
            foot: wording(.footOfAccount, ["house": house.name]))
    }

    private var subject: Phrase {
        switch kind {
        case .recovery: .recoverySubject
        case .verification: .verificationSubject
        case .addressChanged: .addressChangedSubject
        case .passwordChanged: .passwordChangedSubject
        }
    }

    private func paragraphs(_ wording: Wording, _ house: MailHouse) -> [LetterParagraph] {
        switch kind {
        case .recovery:
            [.text(wording(.recovery))] + way(to: .reset, wording(.recoveryButton), wording, house)
                + [.text(wording(.recoveryEnd))]
        case .verification:
            [.text(wording(.verification))]
                + way(to: .verification, wording(.verificationButton), wording, house)
                + [.text(wording(.verificationEnd))]
        case .addressChanged: [.text(wording(.addressChanged))]
        case .passwordChanged: [.text(wording(.passwordChanged))]
        }
    }

    /// A link where a server knows its own address, and the bare token for apps that ask for it.
    private func way(
        to page: LetterPage.Path, _ name: String, _ wording: Wording, _ house: MailHouse
    ) -> [LetterParagraph] {
        guard let token else { return [] }
        let code: LetterParagraph = .text(wording(.code, ["code": token]))
        guard let url = house.publicURL else { return [code] }
        return [.link(name, to: "\(url)\(page.rawValue)?token=\(token)"), code]
    }
}
