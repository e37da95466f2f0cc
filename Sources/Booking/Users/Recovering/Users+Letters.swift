import SQLite
import Web

extension Users {
    /// Sends a letter with which a password can be set anew, if anybody has this address.
    ///
    /// It is done behind the answer, so that neither the answer nor its time tells whether anybody has.
    func recover(_ email: String) async {
        let key = Profile.key(email)
        do {
            let found = try await database.write { tx in
                guard let id = try UserStore.id(ofEmail: key, tx),
                    let user = try UserStore.user(id, tx), user.status == .active,
                    let token = try LetterTokens.make(
                        .resetPassword, for: .init(account: id, emailKey: key), in: tx)
                else { return nil as (user: User, token: SecretToken)? }
                return (user, token)
            }
            guard let found else { return }
            post(.recovery(of: found.user, found.token, rules))
        } catch {
            log.warning("no letter for a recovery", ["reason": "\(error)"])
        }
    }

    /// Sends another letter for the verification of one's address.
    func verifyAgain(_ caller: Caller) async throws {
        let sent = try await database.write { tx in
            let user = try found(caller.id, in: tx)
            return (user: user, token: try verification(of: user, in: tx))
        }
        post(sent.token, to: sent.user)
    }

    /// The token for a letter to an address that isn't verified yet.
    func verification(of user: User, in tx: Transaction) throws -> SecretToken? {
        guard user.profile.emailVerifiedAt == nil else { return nil }
        return try LetterTokens.make(
            .verifyEmail, for: .init(account: user.id, emailKey: user.profile.emailKey), in: tx)
    }

    /// Sends the letter for a verification, where there is one to send.
    func post(_ verification: SecretToken?, to user: User) {
        guard let verification else { return }
        post(.verification(of: user, verification, rules))
    }

    /// An account before and after a change.
    struct Alteration: Sendable {
        let old: User
        let new: User
        let fact: Changed
        /// For a letter to an address that is new.
        let verification: SecretToken?
    }

    /// Sends what letters a change calls for: to a new address, and to whoever may not have wanted it. Only
    /// to addresses that are known to be theirs: anybody can change an account with a stranger's address.
    func tell(of change: Alteration) {
        post(change.verification, to: change.new)
        if change.old.profile.emailVerifiedAt != nil,
            change.old.profile.emailKey != change.new.profile.emailKey
        {
            post(.addressTaken(from: change.old))
        }
        if change.fact.parts.contains(.password), change.new.profile.emailVerifiedAt != nil {
            post(.passwordChanged(of: change.new))
        }
    }

    private func post(_ letter: Letter?) {
        if let letter { letters.post(letter) }
    }
}
