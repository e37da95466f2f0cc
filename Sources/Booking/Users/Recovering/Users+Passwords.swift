import Crypto
import HTTP
import SQLite
import Time
import Web

extension Users {
    /// Changes one's own password, for who knows the old one. All other devices are signed out.
    func changePassword(
        _ change: PasswordChange, by caller: Caller, within time: Duration
    ) async throws {
        let user = try user(caller.id, within: time)
        try Problem.refuseLike(
            change.newPassword, email: user.profile.email, username: user.profile.username,
            at: "new_password")
        let old = try await verified(change.oldPassword, of: caller.id, within: time)
        let hash = try await hashing.hash(change.newPassword)
        let fact = Changed(parts: [.password])
        try await database.write { tx in
            let user = try found(caller.id, in: tx)
            let current = try CredentialStore.door(ofAccount: user.id, tx)?.password
            guard current?.version == old.version else { throw Problem.wrongPassword }
            try CredentialStore.set(hash, of: user.id, in: tx)
            try LetterTokens.spend(.resetPassword, of: user.id, in: tx)
            try signIns.endAll(of: user.id, but: caller.signIn, .passwordChanged, in: tx)
            try settle(fact, of: user, by: user.id, in: tx)
        }
    }

    /// What is kept of somebody's password, for who knows it.
    func verified(
        _ password: String, of id: String, within time: Duration
    ) async throws -> CredentialStore.Password {
        let known = try database.read(within: time) {
            try CredentialStore.door(ofAccount: id, $0)?.password
        }
        let verdict = try await hashing.verify(password, against: known?.hash)
        guard let known, verdict != .wrong else { throw Problem.wrongPassword }
        return known
    }

    /// Sets a new password for who has the token of a letter. All devices are signed out.
    func resetPassword(_ reset: PasswordReset, within time: Duration) async throws {
        guard let token = SecretToken(reset.token) else { throw Problem.spentToken }
        let profile = try database.read(within: time) { reader in
            try holder(of: token, .resetPassword, at: clock.now, reader).profile
        }
        try Problem.refuseLike(
            reset.newPassword, email: profile.email, username: profile.username,
            at: "new_password")
        let hash = try await hashing.hash(reset.newPassword)
        try await database.write { tx in
            let user = try holder(of: token, .resetPassword, at: tx.now, tx)
            var fact = Changed()
            try set(hash, of: user.id, &fact, in: tx)
            // The letter has reached them.
            try verifyEmail(of: user, &fact, in: tx)
            try settle(fact, of: user, by: user.id, in: tx)
        }
    }

    /// Notes that a letter to somebody's address was answered.
    func verifyEmail(with text: String) async throws {
        guard let token = SecretToken(text) else { throw Problem.spentToken }
        try await database.write { tx in
            let user = try holder(of: token, .verifyEmail, at: tx.now, tx)
            var fact = Changed()
            try verifyEmail(of: user, &fact, in: tx)
            try LetterTokens.spend(.verifyEmail, of: user.id, in: tx)
            try record(fact, of: user, by: user.id, in: tx)
        }
    }

    func verifyEmail(of user: User, _ fact: inout Changed, in tx: Transaction) throws {
        guard user.profile.emailVerifiedAt == nil else { return }
        var profile = user.profile
        profile.emailVerifiedAt = tx.now
        try UserStore.update(profile, of: user.id, in: tx)
        fact.parts.append(.verification)
    }

    /// Whose token it is, if their address is still the one it was sent to.
    private func holder(
        of token: SecretToken, _ purpose: LetterTokens.Purpose, at now: Instant, _ reader: Reader
    ) throws -> User {
        guard let holder = try LetterTokens.holder(of: token, purpose, at: now, reader),
            let user = try UserStore.user(holder.account, reader),
            user.profile.emailKey == holder.emailKey
        else { throw Problem.spentToken }
        return user
    }
}

extension Problem {
    /// The token of a letter that opens nothing (any more).
    static var spentToken: Problem {
        Problem(
            .badRequest, "invalid_token",
            "The token is wrong, too old, or was used already. Ask for another letter.")
    }
}
