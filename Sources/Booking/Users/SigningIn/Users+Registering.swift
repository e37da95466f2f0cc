import Crypto
import HTTP
import SQLite
import Time
import Web

extension Users {
    /// What is known of somebody who becomes a user.
    struct Newcomer: Sendable {
        var profile: Profile
        /// Whether the username was made up here: then another will do.
        var needsUsername: Bool
        var roles: [Role]
        var hash: PasswordHash?
        var googleSubject: String?
        /// When Google itself has told it.
        var googleConfirmedAt: Instant?
    }

    /// Makes an account for who asks, or whom an admin registers, and signs in with it.
    func register(
        _ new: NewUser, by identity: Identity, on device: Device, within time: Duration,
        once: Once<Account> = .always
    ) async throws -> Account {
        let roles = try roles(named: new.role, for: identity, within: time)
        var newcomer = Newcomer(
            profile: new.profile(language: device.language), needsUsername: new.username == nil,
            roles: roles)
        try Problem.refuseLike(
            new.password, email: newcomer.profile.email, username: new.username, at: "password")
        return try await holding(newcomer.profile.emailKey) {
            try database.read(within: time) { reader in
                try checkFree(newcomer, reader)
            }
            newcomer.hash = try await hashing.hash(new.password)
            return try await welcome(newcomer, on: device, once: once)
        }
    }

    /// Puts a newcomer down, and signs in.
    func welcome(
        _ newcomer: Newcomer, on device: Device, once: Once<Account> = .always
    ) async throws -> Account {
        try await database.write { tx in
            let user = try add(newcomer, by: nil, in: tx)
            let signIn = try signIns.begin(user.id, on: device, in: tx)
            let begun = Begun(
                user: user, signIn: signIn.id, refresh: signIn.refresh, at: tx.now)
            try askForVerification(of: user, in: tx)
            let account = try signedIn(begun)
            try once.keep(account, in: tx)
            return account
        }
    }

    /// Puts a newcomer into the tables.
    func add(_ newcomer: Newcomer, by actor: String?, in tx: Transaction) throws -> User {
        var newcomer = newcomer
        if newcomer.needsUsername {
            newcomer.profile.username = try UserStore.freeUsername(
                like: newcomer.profile.username, tx)
        }
        try checkFree(newcomer, tx)
        let id = ids.next(at: tx.now)
        try newcomer.enter(
            id, Registered(roles: newcomer.roles.map(\.id), status: .active, since: nil),
            by: actor ?? id, journal, admit, in: tx)
        guard let user = try UserStore.user(id, tx) else { throw Problem.notFound }
        return user
    }

    /// Throws what is taken of it already.
    private func checkFree(_ newcomer: Newcomer, _ reader: Reader) throws {
        let profile = newcomer.profile
        guard try UserStore.id(ofEmail: profile.emailKey, reader) == nil else {
            throw Problem.emailTakenConflict
        }
        guard try newcomer.needsUsername || UserStore.id(of: profile.username, reader) == nil else {
            throw Problem.usernameTaken
        }
        // Somebody may have deleted one while the password was hashed.
        for role in newcomer.roles where try RoleStore.role(role.id, reader) == nil {
            throw Problem.unknownRole
        }
    }

    // MARK: Roles

    /// The roles of a newcomer: one of those that are open to everybody, or what an admin gives.
    private func roles(
        named given: String?, for identity: Identity, within time: Duration
    ) throws -> [Role] {
        let name = BuiltInRole.name(given ?? BuiltInRole.client.rawValue)
        let role = try database.read(within: time) { try RoleStore.role(named: name, $0) }
        if let role, isOpen(role) { return [role] }
        switch identity {
        case .refused(let problem): throw problem
        case .caller(let caller):
            guard caller.permissions.contains("users:write") else { throw Problem.roleNotAllowed }
            guard let role else { throw Problem.unknownRole }
            guard may(caller, give: role) else { throw Problem.roleNotAllowed }
            return [role]
        case .anonymous, .unknown: throw Problem.roleNotAllowed
        }
    }

    /// Whether somebody may give this role to people, or change accounts that have it: nobody gives more
    /// than they have themselves and anybody could take, but those who write the roles.
    func may(_ caller: Caller, give role: Role) -> Bool {
        caller.permissions.contains("roles:write") || isOpen(role)
            || caller.permissions.isSuperset(of: role.permissions)
    }

    /// Whether whoever registers can have it.
    private func isOpen(_ role: Role) -> Bool {
        switch BuiltInRole.allCases.first(where: { $0.id == role.id }) {
        case .client, .instructor, .public: true
        case .facilitator: rules.isFacilitatorOpen
        case .admin, nil: false
        }
    }
}

extension Users.Newcomer {
    /// Puts them into the tables, as what the entry tells of them.
    func enter(
        _ id: String, _ fact: Registered, by actor: String?, _ journal: Journal,
        _ admit: Users.Admission, in tx: Transaction
    ) throws {
        try journal.record(UserEntries.registered, fact, of: id, by: actor, in: tx)
        try UserStore.insert(profile, of: id, in: tx)
        try CredentialStore.insert(hash, of: id, in: tx)
        try admit(id, roles, actor, tx)
        guard let googleSubject else { return }
        try CredentialStore.set(
            google: googleSubject, confirmed: googleConfirmedAt, of: id, in: tx)
    }
}

extension NewUser {
    fileprivate func profile(language: Language?) -> Profile {
        let username = username ?? Profile.username(outOf: email)
        return Profile(
            email: email, username: username, name: name ?? fullName ?? username, bio: bio,
            specialization: specialization, language: language)
    }
}
