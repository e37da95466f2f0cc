import Synchronization
import Time
import Web

/// What has happened since access tokens were issued: who was blocked, whose roles are others now, which
/// sign-ins have ended, and what each role grants.
///
/// A token tells who somebody was when it was issued. Here stands what is different since, so that a
/// request needs no query and yet nothing that was taken away goes on working. An exception is kept for
/// as long as tokens live; when there are too many of them all are forgotten, and tokens from before that
/// moment are checked against the database (`Verdict.unknown`).
package final class LiveAccess: Sendable {
    /// What is known of a token.
    enum Verdict: Equatable {
        case good(Set<Permission>)
        case bad
        /// Only the database can tell.
        case unknown
    }

    /// How somebody stands now.
    enum Standing: Equatable, Sendable {
        case blocked
        case active(roles: [String])
    }

    private let state: Mutex<LiveAccessState>

    /// Keeps so many exceptions, each for as long as a token lives.
    package init(lifetime: Duration, capacity: Int = 100_000) {
        let state = LiveAccessState(
            lifetime: lifetime.components.seconds * 1_000, capacity: capacity)
        self.state = Mutex(state)
    }

    /// What a token may do that was issued to this account, at this sign-in, with these roles.
    func judge(_ claims: AccessClaims) -> Verdict {
        state.withLock { $0.judge(claims) }
    }

    /// What roles of these names grant now, all together.
    func permissions(of roles: [String]) -> Set<Permission> {
        state.withLock { $0.permissions(of: roles) }
    }

    /// How often anything has changed, for whoever judges again only then.
    var changes: Int { state.withLock { $0.changes } }

    // MARK: What the writer tells, behind its commits

    func set(_ account: String, _ standing: Standing, at now: Instant) {
        state.withLock { $0.set(account, standing, at: now) }
    }

    func end(_ signIns: [String], at now: Instant) {
        state.withLock { $0.end(signIns, at: now) }
    }

    /// A role is new or another. A token that is older than a role's name must not gain by it.
    func learn(_ role: Role, insteadOf oldName: String?, at now: Instant) {
        state.withLock { $0.learn(role, insteadOf: oldName, at: now) }
    }

    func forget(role name: String) {
        state.withLock { $0.forget(role: name) }
    }

    /// Begins with what a database holds, before anybody asks.
    func begin(_ roles: [Role], _ exceptions: AccessExceptions?, at now: Instant) {
        state.withLock { $0.begin(roles, exceptions, at: now) }
    }
}
