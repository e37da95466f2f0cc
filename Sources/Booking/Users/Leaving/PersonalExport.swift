import JSON
import Time

/// Everything that is held about a person, for the person to keep.
struct PersonalExport: Sendable {
    let at: Instant
    let user: User
    let hasPassword: Bool
    let googleSubject: String?
    let signIns: [SignIn]
    /// What the journal has of the account.
    let entries: [JournalEntry]
    /// What other features hold.
    let others: [JSON.Member]

    /// An account doesn't change more often; the export has to end.
    static let mostEntries = 100_000

    static let answer: Answer<PersonalExport> = .object(
        "PersonalExport",
        [
            .init("exported_at", .instant, "When this was read.") { $0.at },
            .init("account", Account.answer, "The account.") { Account($0.user) },
            .init(
                "email_verified_at", nullable: .instant,
                "When a letter to the address was answered."
            ) { $0.user.profile.emailVerifiedAt },
            .init("has_password", .boolean, "Whether there is a password; it is kept as a hash.") {
                $0.hasPassword
            },
            .init("google_id", nullable: .text, "Google's name for the person.") {
                $0.googleSubject
            },
            .init("sign_ins", .array(of: SignIn.exportAnswer), "Where the person signed in.") {
                $0.signIns
            },
            .init("journal", .array(of: JournalEntry.answer), "What happened to the account.") {
                $0.entries
            },
            .init("held", .json, "Bookings and whatever else there is, each under its name.") {
                .object($0.others)
            },
        ])
}
