import JSON
import Web

extension Role {
    /// A role within an account: what it is, not what it grants.
    static let briefAnswer: Answer<Role> = .object("RoleOfAccount", brief)

    static let answer: Answer<Role> = .object(
        "Role",
        brief + [
            .init("permissions", .array(of: .oneOf(Permission.all)), "What it grants.") {
                $0.permissions
            },
            .init("built_in", .boolean, "Whether it came with the server.") { $0.isBuiltIn },
            .init("createdAt", .instant, "When it was made.") { $0.createdAt },
            .init("updatedAt", .instant, "When it was last changed.") { $0.updatedAt },
            .init("created_at", .instant, "The same as `createdAt`.") { $0.createdAt },
            .init("updated_at", .instant, "The same as `updatedAt`.") { $0.updatedAt },
        ])

    private static let brief: [AnswerMember<Role>] = [
        .init("id", .uuid, "Its id.") { $0.id },
        .init("name", .text, "What it is called, in lower case.") { $0.name },
        .init("description", .text, "What it is for.") { $0.description },
        .init("status", .oneOf(Role.Status.allCases), "`inactive` ones grant nothing.") {
            $0.status
        },
    ]

    /// A new tag at each change.
    static func tag(_ role: Role) -> String { "\"\(role.version)\"" }
}

extension Schema where Value == String {
    /// The name of a role: without white space around it, in lower case. A comma would make two of it
    /// where roles are listed.
    static var roleName: Schema {
        trimmedText(1...64)
            .refined(code: "not_allowed", detail: "must not contain commas or control characters") {
                !$0.unicodeScalars.contains {
                    $0 == "," || $0.properties.generalCategory == .control
                }
            }
            .mapped(
                code: "too_long", detail: "must have at most 64 characters in lower case",
                read: { name in
                    let lower = name.lowercased()
                    return lower.unicodeScalars.count <= 64 ? lower : nil
                }, write: { $0 }
            )
            .matching(#"^[^,\u0000-\u001F\u007F-\u009F]*$"#)
    }
}

extension Schema where Value == [Permission] {
    /// Permissions, each once, in the order in which they are declared.
    static var permissions: Schema {
        array(of: .oneOf(Permission.all), count: 0...100).mapped(
            read: { given in Permission.all.filter(given.contains) }, write: { $0 })
    }
}
