import HTTP
import JSON
import SQLite
import Web

/// The roles of a server, and what admins do with them.
package struct Roles: Sendable {
    private let database: Database
    private let journal: Journal
    private let ids: Ids
    private let access: LiveAccess
    let idempotency: Idempotency

    package init(
        database: Database, journal: Journal, ids: Ids, access: LiveAccess,
        idempotency: Idempotency
    ) {
        self.database = database
        self.journal = journal
        self.ids = ids
        self.access = access
        self.idempotency = idempotency
    }

    /// Makes the built-in roles that the database doesn't have yet: at each start.
    package func prepare() async throws {
        try await database.write { try Roles.prepare(journal, in: $0) }
    }

    package static func prepare(_ journal: Journal, in tx: Transaction) throws {
        for role in BuiltInRole.allCases where try RoleStore.role(role.id, tx) == nil {
            try journal.record(RoleEntries.created, role.facts, of: role.id, by: nil, in: tx)
        }
    }

    func list(_ query: RolesQuery, _ request: Request, within time: Duration) throws
        -> Listing<Role>
    {
        let all = try database.read(within: time) { try RoleStore.all($0) }
        let wanted = all.filter { query.status == nil || $0.status == query.status }
        let page = wanted.dropFirst(query.page.offset).prefix(query.page.limit)
        return query.page.listing(Array(page), of: wanted.count, for: request)
    }

    func role(_ id: String, within time: Duration) throws -> Role {
        guard let role = try database.read(within: time, { try RoleStore.role(id, $0) }) else {
            throw Problem.notFound
        }
        return role
    }

    func create(
        _ new: NewRole, by caller: Caller, once: Once<Role> = .always
    ) async throws -> Role {
        let facts = RoleFacts(
            name: new.name, description: new.description, status: new.status,
            permissions: new.permissions, isBuiltIn: false)
        return try await database.write { tx in
            guard try RoleStore.count(tx) < Role.most else { throw Problem.tooManyRoles }
            try checkFree(new.name, for: nil, in: tx)
            let id = ids.next(at: tx.now)
            let role = try record(RoleEntries.created, facts, of: id, by: caller, in: tx)
            try once.keep(role, in: tx)
            return role
        }
    }

    func change(
        _ id: String, _ change: RoleChange, if precondition: Precondition, by caller: Caller
    ) async throws -> Role {
        try await database.write { tx in
            let role = try found(id, precondition, in: tx)
            let facts = RoleFacts(
                name: change.name.applied(to: role.name),
                description: change.description.applied(to: role.description),
                status: change.status.applied(to: role.status),
                permissions: change.permissions.applied(to: role.permissions),
                isBuiltIn: role.isBuiltIn)
            if facts.areWritten(as: role.facts) { return role }
            try check(facts, of: role, in: tx)
            return try record(RoleEntries.changed, facts, of: id, by: caller, in: tx)
        }
    }

    func delete(_ id: String, if precondition: Precondition, by caller: Caller) async throws {
        try await database.write { tx in
            let role = try found(id, precondition, in: tx)
            guard !role.isBuiltIn else { throw Problem.builtInRole }
            guard try !RoleStore.isHeld(id, tx) else { throw Problem.roleInUse }
            try journal.record(RoleEntries.deleted, Nothing(), of: id, by: caller.id, in: tx)
            tx.afterCommit { [access] in access.forget(role: role.name) }
        }
    }

    private func found(
        _ id: String, _ precondition: Precondition, in tx: Transaction
    ) throws -> Role {
        guard let role = try RoleStore.role(id, tx) else { throw Problem.notFound }
        try precondition.check(Role.tag(role))
        return role
    }

    /// Throws what stands against a role becoming this.
    private func check(_ facts: RoleFacts, of role: Role, in tx: Transaction) throws {
        if role.isBuiltIn, facts.name != role.name || facts.status != role.status {
            throw Problem.builtInRole
        }
        guard facts.keepsTheKey(of: role) else { throw Problem.builtInRole.sayingItIsTheKey }
        try checkFree(facts.name, for: role.id, in: tx)
    }

    /// Throws where another role has this name, be it with accents that are written in another way: who
    /// reads a name can't tell, and what roles grant is kept by name.
    private func checkFree(_ name: String, for id: String?, in tx: Transaction) throws {
        let namesake = try RoleStore.all(tx).first { $0.name == name }
        guard namesake == nil || namesake?.id == id else { throw Problem.roleExists }
    }

    private func record(
        _ kind: EntryKind<RoleFacts>, _ facts: RoleFacts, of id: String, by caller: Caller,
        in tx: Transaction
    ) throws -> Role {
        let before = try RoleStore.role(id, tx)
        try journal.record(kind, facts, of: id, by: caller.id, in: tx)
        guard let role = try RoleStore.role(id, tx) else { throw Problem.notFound }
        let now = tx.now
        tx.afterCommit { [access] in access.learn(role, insteadOf: before?.name, at: now) }
        return role
    }
}

extension Role {
    var facts: RoleFacts {
        RoleFacts(
            name: name, description: description, status: status, permissions: permissions,
            isBuiltIn: isBuiltIn)
    }
}

extension RoleFacts {
    /// Whether they are the same to the byte.
    fileprivate func areWritten(as other: RoleFacts) -> Bool {
        self == other && name.hasSameBytes(as: other.name)
            && description.hasSameBytes(as: other.description)
    }

    /// Whether admins can still give permissions and people their roles: nobody else could give that
    /// back to them.
    fileprivate func keepsTheKey(of role: Role) -> Bool {
        let keys: [Permission] = ["roles:write", "users:read", "users:write"]
        return role.id != BuiltInRole.admin.id || keys.allSatisfy(permissions.contains)
    }
}

extension Problem {
    fileprivate var sayingItIsTheKey: Problem {
        saying("Admins must keep roles:write, users:read and users:write.")
    }
}
