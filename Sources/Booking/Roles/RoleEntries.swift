import JSON
import Web

enum RoleEntries {
    static let created = EntryKind<RoleFacts>("role.created", RoleFacts.schema) {
        facts, head, tables in
        try RoleStore.insert(facts, head, tables)
    }

    static let changed = EntryKind<RoleFacts>("role.changed", RoleFacts.schema) {
        facts, head, tables in
        try RoleStore.update(facts, head, tables)
    }

    static let deleted = EntryKind<Nothing>("role.deleted", Nothing.schema) { _, head, tables in
        try RoleStore.delete(head, tables)
    }

    static let chapter = Chapter(
        "roles", kinds: created, changed, deleted, tables: [ReadTable("role", key: "id")])
}
