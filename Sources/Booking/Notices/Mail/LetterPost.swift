import SQLite

/// Takes letters about accounts, closed, within the transaction that asks for them: so none is lost, and none is
/// sent of what didn't happen.
package struct LetterPost: Sendable {
    let notices: Notices
    let seal: LetterSeal

    package init(_ notices: Notices, _ seal: LetterSeal) {
        self.notices = notices
        self.seal = seal
    }

    func post(_ letter: AccountLetter, to account: String, in tx: Transaction) throws {
        try notices.post(
            Plan(
                letter.kind.rawValue, to: "user/\(account)", about: account,
                letter: try seal.close(letter)),
            by: MailChannel.name, in: tx)
    }
}
