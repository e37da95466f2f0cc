import SQLite
import Time

/// Signing in, going on, and ending: functions on a transaction, for the use cases that need them.
package struct SignIns: Sendable {
    /// What a refresh token turned out to be.
    enum Renewal: Equatable {
        /// Its successor; the same again for a short while, since an answer may be lost and a page may
        /// be open twice.
        case renewed(account: String, signIn: String, SecretToken)
        case refused
        /// It was used long ago: somebody else may have it, so the sign-in has ended.
        case reused(account: String)
    }

    /// How long a used refresh token gives its successor again.
    static let grace = Duration.seconds(10)
    /// How long a sign-in that is over is remembered, for the person to look at.
    private static let memory = Duration.seconds(30 * 86_400)

    private let ids: Ids
    private let access: LiveAccess
    private let refreshLifetime: Duration
    private let accessLifetime: Duration

    package init(
        ids: Ids, access: LiveAccess, refreshLifetime: Duration, accessLifetime: Duration
    ) {
        self.ids = ids
        self.access = access
        self.refreshLifetime = refreshLifetime
        self.accessLifetime = accessLifetime
    }

    /// Begins a sign-in; its id, and its first refresh token.
    func begin(
        _ account: String, on device: Device, in tx: Transaction
    ) throws -> (id: String, refresh: SecretToken) {
        try endOldest(of: account, in: tx)
        let id = ids.next(at: tx.now)
        let token = SecretToken.make()
        try SignInStore.insert(id, of: account, device, until: end(from: tx.now), in: tx)
        try SignInStore.insert(
            refresh: token.hash(), of: id, until: tx.now + refreshLifetime, in: tx)
        try SignInStore.sweep(signInsBefore: tx.now - SignIns.memory, in: tx)
        return (id, token)
    }

    /// Takes a refresh token and gives its successor.
    func renew(_ token: SecretToken, in tx: Transaction) throws -> Renewal {
        let hash = try token.hash()
        guard let found = try SignInStore.refresh(hash, tx), found.isLive,
            found.expiresAt > tx.now
        else { return .refused }
        guard let usedAt = found.usedAt, let sealed = found.sealedSuccessor else {
            let successor = try succeed(token, hash, found, in: tx)
            return .renewed(account: found.account, signIn: found.signIn, successor)
        }
        guard tx.now <= usedAt + SignIns.grace else {
            try end([found.signIn], .tokenReused, in: tx)
            return .reused(account: found.account)
        }
        return .renewed(account: found.account, signIn: found.signIn, try token.open(sealed))
    }

    private func succeed(
        _ token: SecretToken, _ hash: [UInt8], _ found: SignInStore.Refresh, in tx: Transaction
    ) throws -> SecretToken {
        let successor = SecretToken.make()
        try SignInStore.setUsed(
            refresh: hash, sealedSuccessor: token.seal(successor), in: tx)
        try SignInStore.insert(
            refresh: successor.hash(), of: found.signIn,
            until: tx.now + refreshLifetime, in: tx)
        try SignInStore.setUsed(found.signIn, until: end(from: tx.now), in: tx)
        try SignInStore.sweep(signInsBefore: tx.now - SignIns.memory, in: tx)
        return successor
    }

    /// Ends the sign-in that a refresh token belongs to, whatever has become of the token.
    func end(of token: SecretToken, _ reason: SignIn.End, in tx: Transaction) throws {
        guard let found = try SignInStore.refresh(token.hash(), tx) else { return }
        try end([found.signIn], reason, in: tx)
    }

    /// Ends them, and what access tokens they have given.
    func end(_ ids: [String], _ reason: SignIn.End, in tx: Transaction) throws {
        guard !ids.isEmpty else { return }
        try SignInStore.end(ids, reason, in: tx)
        let now = tx.now
        tx.afterCommit { [access] in access.end(ids, at: now) }
    }

    /// Ends all of an account but one.
    func endAll(
        of account: String, but kept: String? = nil, _ reason: SignIn.End, in tx: Transaction
    ) throws {
        let live = try SignInStore.live(of: account, at: tx.now, tx).map(\.id)
        try end(live.filter { $0 != kept }, reason, in: tx)
    }

    private func endOldest(of account: String, in tx: Transaction) throws {
        let live = try SignInStore.live(of: account, at: tx.now, tx).map(\.id)
        try end(Array(live.dropFirst(SignIn.mostOfAnAccount - 1)), .replaced, in: tx)
    }

    /// When nothing lasts any more that a sign-in has given.
    private func end(from now: Instant) -> Instant {
        now + max(refreshLifetime, accessLifetime)
    }
}
