import Crypto
import HTTP
import SQLite
import Time
import Web

extension Users {
    /// Signs in with a password.
    func signIn(
        _ credentials: Credentials, on device: Device, within time: Duration
    ) async throws -> Account {
        let (door, delayed) = try database.read(within: time) { reader in
            let door = try CredentialStore.door(of: credentials.name, reader)
            return (door, try delayKey(of: door, credentials.name, on: device, reader))
        }
        try delays?.check(delayed)
        let verdict = try await hashing.verify(credentials.password, against: door?.password?.hash)
        guard let door, let known = door.password, verdict != .wrong else {
            delays?.fail(delayed)
            throw Problem.invalidCredentials
        }
        delays?.succeed(delayed)
        try door.status.checkSignIn()
        let better =
            verdict == .rightAndOutdated
            ? try await hashing.hash(credentials.password) : nil
        return try await enter(door.account, verifying: known, on: device) { tx in
            guard let better else { return }
            try CredentialStore.replace(known.hash, by: better, of: door.account, in: tx)
        }
    }

    /// What wrong passwords are counted under.
    ///
    /// Where somebody has signed in before, their own mistakes alone count: strangers can make an account
    /// wait for strangers only. Names that nobody has are delayed like those that somebody has, and behind a
    /// blank: the id of an account is no secret, and as a name it must not delay its owner.
    private func delayKey(
        of door: CredentialStore.Door?, _ name: String, on device: Device, _ reader: Reader
    ) throws -> String {
        guard let door else { return " \(Profile.key(name))" }
        let isKnown = try SignInStore.hasSignedIn(door.account, from: device.address, reader)
        return isKnown ? "\(door.account) \(device.address)" : door.account
    }

    /// Begins a sign-in of an account whose password was just verified, unless that was changed or taken
    /// away meanwhile.
    private func enter(
        _ account: String, verifying known: CredentialStore.Password, on device: Device,
        _ besides: @escaping @Sendable (Transaction) throws -> Void
    ) async throws -> Account {
        try await enter(on: device) { tx in
            guard let door = try CredentialStore.door(ofAccount: account, tx),
                door.password?.version == known.version
            else { throw Problem.invalidCredentials }
            try door.status.checkSignIn()
            try besides(tx)
            return account
        }
    }

    /// Begins a sign-in of the account that a body finds or makes.
    func enter(
        on device: Device, _ account: @escaping @Sendable (Transaction) throws -> String
    ) async throws -> Account {
        let begun = try await database.write { tx in
            let id = try account(tx)
            guard let user = try UserStore.user(id, tx) else { throw Problem.invalidCredentials }
            let signIn = try signIns.begin(id, on: device, in: tx)
            return Begun(user: user, signIn: signIn.id, refresh: signIn.refresh, at: tx.now)
        }
        return try signedIn(begun)
    }

    /// A sign-in that a transaction has begun, or let go on.
    struct Begun: Sendable {
        let user: User
        let signIn: String
        let refresh: SecretToken
        let at: Instant
    }

    /// The account with the tokens of a sign-in that is on disk, or will be before anybody gets them.
    func signedIn(_ begun: Begun) throws -> Account {
        let tokens = try issue(
            begun.user, signIn: begun.signIn, refresh: begun.refresh, at: begun.at)
        return Account(begun.user, tokens)
    }

    /// The next pair of tokens for the last one.
    func refresh(_ text: String) async throws -> Account {
        guard let token = SecretToken(text) else { throw Problem.invalidToken }
        let renewed = try await database.write { try renew(token, in: $0) }
        guard let renewed else { throw Problem.invalidToken }
        return try signedIn(renewed)
    }

    /// Nil for a token that is no good. It isn't thrown: that a sign-in has ended has to stay.
    private func renew(_ token: SecretToken, in tx: Transaction) throws -> Begun? {
        switch try signIns.renew(token, in: tx) {
        case .refused:
            return nil
        case .reused(let account):
            tx.afterCommit { [log] in
                log.warning("a refresh token was used twice", ["account": account])
            }
            return nil
        case .renewed(let account, let signIn, let successor):
            return try UserStore.user(account, tx).map {
                Begun(user: $0, signIn: signIn, refresh: successor, at: tx.now)
            }
        }
    }

    /// Ends the sign-in that a refresh token belongs to; one that nobody knows is as good as ended.
    func revoke(_ text: String) async throws {
        guard let token = SecretToken(text) else { return }
        try await database.write { try signIns.end(of: token, .revoked, in: $0) }
    }

    /// Ends what comes: the access token's sign-in, and the refresh token's.
    func signOut(_ caller: Caller?, _ refreshToken: String?) async throws {
        let token = refreshToken.flatMap { SecretToken($0) }
        guard caller != nil || token != nil else { return }
        try await database.write { tx in
            if let caller { try signIns.end([caller.signIn], .signedOut, in: tx) }
            if let token { try signIns.end(of: token, .signedOut, in: tx) }
        }
    }
}

extension User.Status {
    /// Throws why nobody can sign in to an account of this status.
    func checkSignIn() throws(Problem) {
        switch self {
        case .active: return
        case .suspended: throw .accountSuspended
        case .banned: throw .accountBanned
        case .erased: throw .invalidCredentials
        }
    }
}
