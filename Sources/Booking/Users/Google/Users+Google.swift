import SQLite
import Time
import Web

extension Users {
    /// Signs in whom Google has recognised, and makes an account for who has none.
    func signIn(_ given: GoogleCredential, on device: Device) async throws -> Account {
        guard let credential = given.credential ?? given.idToken else {
            throw Problem.missingFields
        }
        let identity = try await google.verify(credential: credential)
        guard given.agrees(with: identity) else { throw Problem.invalidToken }
        return try await holding(Profile.key(identity.email)) {
            try await enter(on: device) { tx in
                try account(of: identity, reading: device.language, in: tx)
            }
        }
    }

    /// The account of a Google identity: known by its subject, found by its address, or new.
    private func account(
        of identity: GoogleIdentity, reading language: Language?, in tx: Transaction
    ) throws -> String {
        if let id = try CredentialStore.account(ofGoogle: identity.subject, tx) {
            try checkMayEnter(id, in: tx)
            if try CredentialStore.isGoogleConfirmed(id, tx) { return id }
            try checkClaim(identity, of: try found(id, in: tx))
        }
        guard let id = try UserStore.id(ofEmail: Profile.key(identity.email), tx) else {
            let newcomer = try newcomer(identity, reading: language, at: tx.now, in: tx)
            return try add(newcomer, by: nil, in: tx).id
        }
        try checkMayEnter(id, in: tx)
        try link(identity, to: try found(id, in: tx), in: tx)
        return id
    }

    private func checkMayEnter(_ id: String, in tx: Transaction) throws {
        try CredentialStore.door(ofAccount: id, tx)?.status.checkSignIn()
    }

    /// An account that came with a Google id from another system is theirs if the address is, too: that
    /// system may have believed the id of whoever sent one.
    private func checkClaim(_ identity: GoogleIdentity, of user: User) throws(Problem) {
        guard user.profile.emailKey == Profile.key(identity.email) else { throw .invalidToken }
    }

    /// Lets a Google identity into an account that has its address.
    ///
    /// Google has verified the address. Where we have not, somebody else may have registered with it and
    /// be waiting: then the password goes, and every device is signed out.
    private func link(_ identity: GoogleIdentity, to user: User, in tx: Transaction) throws {
        guard try !CredentialStore.isGoogleConfirmed(user.id, tx) else {
            throw Problem.emailTakenConflict.saying(
                "The account with this address belongs to another Google account.")
        }
        var fact = Changed(parts: [.google])
        try CredentialStore.set(
            google: identity.subject, confirmed: tx.now, of: user.id, in: tx)
        if user.profile.emailVerifiedAt == nil {
            try CredentialStore.set(nil, of: user.id, in: tx)
            try signIns.endAll(of: user.id, .passwordReset, in: tx)
            fact.parts.append(.password)
            try verifyEmail(of: user, &fact, in: tx)
        }
        try record(fact, of: user, by: user.id, in: tx)
    }

    private func newcomer(
        _ identity: GoogleIdentity, reading language: Language?, at now: Instant,
        in tx: Transaction
    ) throws -> Newcomer {
        guard let client = try RoleStore.role(BuiltInRole.client.id, tx) else {
            throw Problem.unknownRole
        }
        let username = Profile.username(outOf: identity.email)
        let profile = Profile(
            email: identity.email, username: username, name: identity.name ?? username,
            language: language, emailVerifiedAt: now)
        return Newcomer(
            profile: profile, needsUsername: true, roles: [client],
            googleSubject: identity.subject, googleConfirmedAt: now)
    }
}

extension Problem {
    static var missingFields: Problem {
        Problem(
            .badRequest, "missing_fields",
            "Send Google's ID token as credential or id_token: an id alone proves nothing.")
    }
}
