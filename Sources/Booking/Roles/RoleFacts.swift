import JSON
import Web

/// What an entry tells of a role: all that it is from then on.
struct RoleFacts: Equatable, Sendable {
    var name: String
    var description: String
    var status: Role.Status
    var permissions: [Permission]
    var isBuiltIn: Bool
}

extension RoleFacts {
    /// Wider than what requests may bring: it has to read what was recorded once, for ever.
    static let schema: Schema<RoleFacts> = .object(
        RoleFacts.init,
        Field("name", \.name, .text(1...1_000), "What it is called."),
        Field("description", \.description, .text(0...10_000), "What it is for."),
        Field("status", \.status, .oneOf(Role.Status.allCases), "Whether it grants anything."),
        Field(
            "permissions", \.permissions,
            .array(of: .oneOf(Permission.all), count: 0...1_000), "What it grants."),
        Field("built_in", \.isBuiltIn, .boolean, "Whether it came with the server."))
}
