import HTTP
import SQLite
import Time
import Web

/// A set of permissions with a name, which people are given.
package struct Role: Sendable, Equatable {
    package enum Status: String, CaseIterable, Sendable, Bindable {
        case active
        /// It grants nothing to those who have it.
        case inactive
    }

    package let id: String
    package let name: String
    package let description: String
    package let status: Status
    package let permissions: [Permission]
    /// It came with the server: it can't be renamed, switched off or deleted.
    package let isBuiltIn: Bool
    package let createdAt: Instant
    package let updatedAt: Instant
    /// How many entries have made it what it is.
    let version: Int

    /// What it grants to those who have it.
    package var granted: [Permission] { status == .active ? permissions : [] }

    /// Roles are looked up for every request: more than this nobody could keep apart.
    static let most = 500
}

extension Problem {
    static var roleExists: Problem {
        Problem(.conflict, "role_exists", "There is a role of this name already.")
    }

    static var builtInRole: Problem {
        Problem(
            .conflict, "built_in_role",
            "This role is built in: it can't be renamed, switched off or deleted.")
    }

    static var roleInUse: Problem {
        Problem(.conflict, "role_in_use", "Somebody has this role. Take it from them first.")
    }

    static var tooManyRoles: Problem {
        Problem(
            .conflict, "too_many_roles", "There are \(Role.most) roles, and no more are possible.")
    }
}
