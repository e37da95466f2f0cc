import SQLite
import Web

/// The table of roles.
enum RoleStore {
    static func insert(_ facts: RoleFacts, _ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run(
            """
            insert into role (
                id, name, description, status, permissions, is_built_in, created_at, updated_at,
                version
            )
            values (
                \(head.id), \(facts.name), \(facts.description), \(facts.status),
                \(text(of: facts.permissions)), \(facts.isBuiltIn), \(head.at), \(head.at),
                \(head.version)
            )
            """)
    }

    static func update(_ facts: RoleFacts, _ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run(
            """
            update role
            set
                name = \(facts.name), description = \(facts.description),
                status = \(facts.status), permissions = \(text(of: facts.permissions)),
                updated_at = \(head.at), version = \(head.version)
            where id = \(head.id)
            """)
    }

    static func delete(_ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run("delete from role where id = \(head.id)")
    }

    /// All of them, in the order of their names: they are few.
    static func all(_ reader: Reader) throws -> [Role] {
        try reader.all("select \(columns) from role order by name", role)
    }

    static func role(_ id: String, _ reader: Reader) throws -> Role? {
        try reader.first("select \(columns) from role where id = \(id)", role)
    }

    static func role(named name: String, _ reader: Reader) throws -> Role? {
        try reader.first("select \(columns) from role where name = \(name)", role)
    }

    static func count(_ reader: Reader) throws -> Int {
        try reader.count("select count(*) from role")
    }

    /// The roles of some accounts, by the account.
    static func roles(of accounts: [String], _ reader: Reader) throws -> [String: [Role]] {
        var roles: [String: [Role]] = [:]
        try reader.each(
            """
            select \(columns), account_id
            from account_role
            join role on role.id = account_role.role_id
            where account_id in (\(SQL.list(accounts)))
            """
        ) { row in
            roles[try row.text(9), default: []].append(try role(row))
        }
        return roles.mapValues { $0.sorted { $0.name < $1.name } }
    }

    static func isHeld(_ id: String, _ reader: Reader) throws -> Bool {
        try reader.first("select 1 from account_role where role_id = \(id) limit 1") { _ in true }
            ?? false
    }

    private static let columns: SQL = """
        id, name, description, status, permissions, is_built_in, created_at, updated_at, version
        """

    private static func role(_ row: borrowing Row) throws -> Role {
        Role(
            id: try row.text(0), name: try row.text(1), description: try row.text(2),
            status: try row.text(3) == "active" ? .active : .inactive,
            permissions: try row.text(4).split(separator: " ").map {
                Permission(rawValue: String($0))
            },
            isBuiltIn: try row.boolean(5), createdAt: try row.instant(6),
            updatedAt: try row.instant(7), version: try row.integer(8))
    }

    private static func text(of permissions: [Permission]) -> String {
        permissions.map(\.name).joined(separator: " ")
    }
}
