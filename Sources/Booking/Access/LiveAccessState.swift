import Time
import Web

/// What `LiveAccess` keeps under its lock.
struct LiveAccessState {
    private struct Exception<Value> {
        let value: Value
        /// Tokens that don't know of it have all ended then, in milliseconds.
        let end: Int64
    }

    /// What a name of a role means, and since when.
    private struct Meaning {
        let permissions: [Permission]
        let since: Instant
    }

    private let lifetime: Int64
    private let capacity: Int
    private var roles: [String: Meaning] = [:]
    private var standings: [String: Exception<LiveAccess.Standing>] = [:]
    private var ended: [String: Exception<Void>] = [:]
    /// What changed earlier isn't here.
    private var completeSince = Instant(milliseconds: .max)
    /// When what has ended is looked for again.
    private var sweepAt: Int
    /// How often anything has changed.
    private(set) var changes = 0
    /// What sets of roles grant, worked out before.
    private var unions: [[String]: Set<Permission>] = [:]

    private static let firstSweep = 1_024
    /// More sets of roles than that nobody has; whoever tried to fill the memory with them can't.
    private static let mostUnions = 1_024

    /// The lifetime of tokens is in milliseconds.
    init(lifetime: Int64, capacity: Int) {
        // Tokens count whole seconds.
        self.lifetime = lifetime + 1_000
        self.capacity = capacity
        sweepAt = min(capacity, LiveAccessState.firstSweep)
    }

    mutating func judge(_ claims: AccessClaims) -> LiveAccess.Verdict {
        // A token's time is cut to the second, so one of the same second may be older.
        guard claims.issuedAt > completeSince else { return .unknown }
        if ended[claims.signIn] != nil { return .bad }
        if let exception = standings[claims.subject] {
            guard case .active(let roles) = exception.value else { return .bad }
            return .good(permissions(of: roles))
        }
        for name in claims.roles {
            guard let role = roles[name], claims.issuedAt > role.since else { return .unknown }
        }
        return .good(permissions(of: claims.roles))
    }

    mutating func permissions(of names: [String]) -> Set<Permission> {
        if let known = unions[names] { return known }
        let union = Set(names.flatMap { roles[$0]?.permissions ?? [] })
        if unions.count >= LiveAccessState.mostUnions { unions = [:] }
        unions[names] = union
        return union
    }

    mutating func set(_ account: String, _ standing: LiveAccess.Standing, at now: Instant) {
        standings[account] = Exception(value: standing, end: now.milliseconds + lifetime)
        changes += 1
        makeRoom(at: now)
    }

    mutating func end(_ signIns: [String], at now: Instant) {
        let exception = Exception<Void>(value: (), end: now.milliseconds + lifetime)
        for signIn in signIns { ended[signIn] = exception }
        changes += 1
        makeRoom(at: now)
    }

    mutating func learn(_ role: Role, insteadOf oldName: String?, at now: Instant) {
        changes += 1
        let since = oldName == role.name ? roles[role.name]?.since ?? now : now
        if let oldName, oldName != role.name { rename(oldName, to: role.name) }
        roles[role.name] = Meaning(permissions: role.granted, since: since)
        unions = [:]
    }

    private mutating func rename(_ old: String, to new: String) {
        roles[old] = nil
        standings = standings.mapValues { exception in
            guard case .active(let roles) = exception.value, roles.contains(old) else {
                return exception
            }
            let renamed = roles.map { $0 == old ? new : $0 }.sorted()
            return Exception(value: .active(roles: renamed), end: exception.end)
        }
    }

    mutating func forget(role name: String) {
        changes += 1
        roles[name] = nil
        unions = [:]
    }

    mutating func begin(_ all: [Role], _ exceptions: AccessExceptions?, at now: Instant) {
        roles = [:]
        unions = [:]
        for role in all {
            roles[role.name] = Meaning(permissions: role.granted, since: role.updatedAt)
        }
        guard let exceptions else {
            completeSince = now
            return
        }
        completeSince = exceptions.since
        for account in exceptions.accounts { set(account.id, account.standing, at: now) }
        end(exceptions.signIns, at: now)
    }

    /// Forgets what no token needs any more; and everything, when that was not enough.
    private mutating func makeRoom(at now: Instant) {
        guard standings.count + ended.count >= sweepAt else { return }
        standings = standings.filter { $0.value.end > now.milliseconds }
        ended = ended.filter { $0.value.end > now.milliseconds }
        let count = standings.count + ended.count
        if count > capacity * 3 / 4 {
            standings = [:]
            ended = [:]
            completeSince = now
        }
        sweepAt = min(capacity, max(LiveAccessState.firstSweep, 2 * count))
    }
}
