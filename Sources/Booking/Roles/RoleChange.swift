import JSON
import Web

/// What is to be different about a role.
struct RoleChange: Sendable {
    let name: Change<String>
    let description: Change<String>
    let status: Change<Role.Status>
    let permissions: Change<[Permission]>

    static let schema: Schema<RoleChange> = .object(
        named: "RoleChange", RoleChange.init,
        Field("name", \.name, change: .roleName, "What it is called; kept in lower case."),
        Field("description", \.description, change: .text(0...500), "What it is for."),
        Field(
            "status", \.status, change: .oneOf(Role.Status.allCases),
            "`inactive` ones grant nothing."),
        Field("permissions", \.permissions, change: .permissions, "What it grants."))
}
