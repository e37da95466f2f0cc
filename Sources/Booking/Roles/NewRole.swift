import JSON
import Web

/// A role as somebody wants it.
struct NewRole: Sendable {
    let name: String
    let description: String
    let status: Role.Status
    let permissions: [Permission]

    static let schema: Schema<NewRole> = .object(
        named: "NewRole", NewRole.init,
        Field("name", \.name, .roleName, "What it is called; kept in lower case."),
        Field("description", \.description, .text(0...500), default: "", "What it is for."),
        Field(
            "status", \.status, .oneOf(Role.Status.allCases), default: .active,
            "`inactive` ones grant nothing."),
        Field("permissions", \.permissions, .permissions, default: [], "What it grants."))
}
