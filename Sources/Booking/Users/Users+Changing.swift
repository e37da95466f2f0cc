import Crypto
import HTTP
import JSON
import SQLite
import Web

extension Users {
    /// Changes one's own profile.
    func change(
        _ id: String, _ change: ProfileChange, if precondition: Precondition
    ) async throws -> Account {
        try await database.write { tx in
            let user = try found(id, precondition, in: tx)
            var fact = Changed()
            try apply(change, to: user, &fact, in: tx)
            return Account(try settle(fact, of: user, by: id, in: tx))
        }
    }

    /// Changes an account as somebody who may do more than its owner.
    func change(
        _ id: String, _ change: UserChange, if precondition: Precondition, by caller: Caller,
        within time: Duration
    ) async throws -> Account {
        guard caller.permissions.contains("users:write") else {
            guard change.isOfProfileOnly else { throw Problem.roleNotAllowed }
            return try await self.change(id, change.profile, if: precondition)
        }
        let hash = try await hash(for: id, change, within: time)
        return try await database.write { tx in
            let user = try found(id, precondition, in: tx)
            var fact = Changed()
            try checkMayTouch(user, change, by: caller)
            try apply(change.profile, to: user, &fact, in: tx)
            try apply(change.roles, to: user, &fact, by: caller, in: tx)
            try apply(change.status, to: user, &fact, in: tx)
            if let hash { try set(hash, of: id, &fact, in: tx) }
            return Account(try settle(fact, of: user, by: caller.id, in: tx))
        }
    }

    /// Records what has changed, and sends the letters that it calls for; the user as they are then.
    @discardableResult
    func settle(
        _ fact: Changed, of user: User, by actor: String, in tx: Transaction
    ) throws -> User {
        try record(fact, of: user, by: actor, in: tx)
        let new = try found(user.id, in: tx)
        try tell(of: fact, from: user, to: new, in: tx)
        return new
    }

    private func hash(
        for id: String, _ change: UserChange, within time: Duration
    ) async throws -> PasswordHash? {
        guard case .set(let password) = change.password else { return nil }
        let profile = change.profile.applied(to: try user(id, within: time).profile)
        try Problem.refuseLike(
            password, email: profile.email, username: profile.username, at: "password")
        return try await hashing.hash(password)
    }

    func found(
        _ id: String, _ precondition: Precondition? = nil, in tx: Transaction
    ) throws -> User {
        guard let user = try UserStore.user(id, tx) else { throw Problem.notFound }
        try precondition?.check(Account.tag(Account(user)))
        return user
    }

    // MARK: Parts of a change

    /// Nobody changes how those sign in who may do more than they.
    private func checkMayTouch(
        _ user: User, _ change: UserChange, by caller: Caller
    ) throws(Problem) {
        guard user.id != caller.id, change.touchesDoors else { return }
        guard user.roles.allSatisfy({ may(caller, give: $0) }) else { throw .roleNotAllowed }
    }

    private func apply(
        _ change: ProfileChange, to user: User, _ fact: inout Changed, in tx: Transaction
    ) throws {
        let (old, new) = (user.profile, change.applied(to: user.profile))
        let parts = Changed.Part.differing(old, new)
        guard !parts.isEmpty else { return }
        guard [nil, user.id].contains(try UserStore.id(ofEmail: new.emailKey, tx)) else {
            throw Problem.emailTakenConflict
        }
        guard [nil, user.id].contains(try UserStore.id(of: new.username, tx)) else {
            throw Problem.usernameTaken
        }
        fact.parts += parts
        try UserStore.update(new, of: user.id, in: tx)
        guard new.emailKey != old.emailKey else { return }
        // What was sent to the old address opens nothing any more, should it ever be theirs again.
        try LetterTokens.expireAll(of: user.id, in: tx)
    }

    private func apply(
        _ change: Change<[String]>, to user: User, _ fact: inout Changed, by caller: Caller,
        in tx: Transaction
    ) throws {
        guard case .set(let names) = change else { return }
        var roles: [Role] = []
        for name in Set(names.map(BuiltInRole.name)).sorted() {
            guard let role = try RoleStore.role(named: name, tx) else {
                throw Problem.unknownRole.saying("There is no role \(name).")
            }
            roles.append(role)
        }
        let (old, new) = (Set(user.roles.map(\.id)), Set(roles.map(\.id)))
        guard old != new else { return }
        for role in user.roles + roles where old.contains(role.id) != new.contains(role.id) {
            guard may(caller, give: role) else { throw Problem.roleNotAllowed }
        }
        fact.roles = roles.map(\.id)
        let staysAdmin = new.contains(BuiltInRole.admin.id)
        if user.isActiveAdmin, !staysAdmin { try checkOtherAdmin(than: user, in: tx) }
    }

    private func apply(
        _ change: Change<User.Status>, to user: User, _ fact: inout Changed, in tx: Transaction
    ) throws {
        guard case .set(let status) = change, status != user.status else { return }
        fact.status = status
        guard status != .active else { return }
        if user.isActiveAdmin { try checkOtherAdmin(than: user, in: tx) }
        try signIns.endAll(of: user.id, .accountBlocked, in: tx)
    }

    /// Sets a password for somebody: all who have signed in with the old one are out.
    func set(
        _ hash: PasswordHash, of id: String, _ fact: inout Changed, in tx: Transaction
    ) throws {
        try CredentialStore.set(hash, of: id, in: tx)
        try LetterTokens.spend(.resetPassword, of: id, in: tx)
        try signIns.endAll(of: id, .passwordReset, in: tx)
        fact.parts.append(.password)
        tx.afterCommit { [delays] in delays?.forget(id) }
    }

    func checkOtherAdmin(than user: User, in tx: Transaction) throws {
        guard try UserStore.hasActiveAdmin(besides: user.id, tx) else { throw Problem.lastAdmin }
    }

    /// Records what has changed, if anything has, and tells those who check tokens.
    func record(
        _ fact: Changed, of user: User, by actor: String?, in tx: Transaction
    ) throws {
        guard !fact.isNothing else { return }
        try journal.record(UserEntries.changed, fact, of: user.id, by: actor, in: tx)
        if fact.touchesAccess { try tellStanding(of: user.id, in: tx) }
    }
}

extension UserChange {
    fileprivate var isOfProfileOnly: Bool {
        roles == .keep && status == .keep && password == .keep
    }

    /// Whether it changes how or whether somebody signs in.
    fileprivate var touchesDoors: Bool {
        status != .keep || password != .keep || profile.email != .keep
            || profile.username != .keep
    }
}

extension Changed.Part {
    /// By the byte: an accent may be written in two ways, and is kept in the one that was sent.
    static func differing(_ old: Profile, _ new: Profile) -> [Changed.Part] {
        let texts: [(Changed.Part, String?, String?)] = [
            (.email, old.email, new.email), (.username, old.username, new.username),
            (.name, old.name, new.name), (.bio, old.bio, new.bio),
            (.specialization, old.specialization, new.specialization),
            (.language, old.language?.rawValue, new.language?.rawValue),
        ]
        return texts.filter { !areSame($1, $2) }.map(\.0)
    }

    private static func areSame(_ old: String?, _ new: String?) -> Bool {
        guard let old, let new else { return old == new }
        return old.hasSameBytes(as: new)
    }
}
