import SQLite
import Time
import Web

extension Users {
    /// Sends a letter with which a password can be set anew, if anybody has this address.
    ///
    /// It is done behind the answer, so that neither the answer nor its time tells whether anybody has.
    func recover(_ email: String) async {
        let key = Profile.key(email)
        do {
            try await database.write { tx in
                guard let id = try UserStore.id(ofEmail: key, tx),
                    let user = try UserStore.user(id, tx), user.status == .active,
                    let token = try LetterTokens.make(
                        .resetPassword, for: .init(account: id, emailKey: key), in: tx)
                else { return }
                try letters.post(
                    AccountLetter(.recovery, to: user, token, .resetPassword, at: tx.now),
                    to: id, in: tx)
            }
        } catch {
            log.warning("no letter for a recovery", ["reason": "\(error)"])
        }
    }

    /// Sends another letter for the verification of one's address.
    func verifyAgain(_ caller: Caller) async throws {
        try await database.write { tx in
            try askForVerification(of: found(caller.id, in: tx), in: tx)
        }
    }

    /// Sends a letter to an address that isn't verified yet.
    func askForVerification(of user: User, in tx: Transaction) throws {
        guard user.profile.emailVerifiedAt == nil,
            let token = try LetterTokens.make(
                .verifyEmail, for: .init(account: user.id, emailKey: user.profile.emailKey),
                in: tx)
        else { return }
        try letters.post(
            AccountLetter(.verification, to: user, token, .verifyEmail, at: tx.now),
            to: user.id, in: tx)
    }

    /// Sends what letters a change calls for: to a new address, and to whoever may not have wanted it. Only
    /// to addresses that are known to be theirs: anybody can change an account with a stranger's address.
    func tell(of fact: Changed, from old: User, to new: User, in tx: Transaction) throws {
        if old.profile.emailKey != new.profile.emailKey {
            try askForVerification(of: new, in: tx)
            if old.profile.emailVerifiedAt != nil {
                try letters.post(AccountLetter(.addressChanged, to: old), to: old.id, in: tx)
            }
        }
        if fact.parts.contains(.password), new.profile.emailVerifiedAt != nil {
            try letters.post(AccountLetter(.passwordChanged, to: new), to: new.id, in: tx)
        }
    }
}

extension AccountLetter {
    fileprivate init(
        _ kind: Kind, to user: User, _ token: SecretToken? = nil,
        _ purpose: LetterTokens.Purpose? = nil, at now: Instant? = nil
    ) {
        let isKnown = user.profile.emailVerifiedAt != nil
        self.init(
            kind: kind, address: user.profile.email, name: isKnown ? user.profile.name : nil,
            language: user.profile.language, token: token?.text,
            end: purpose.flatMap { purpose in now.map { $0 + purpose.lifetime } })
    }
}
