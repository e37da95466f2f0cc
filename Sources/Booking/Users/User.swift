import HTTP
import SQLite
import Time
import Web

/// Somebody with an account.
package struct User: Sendable, Equatable {
    package enum Status: String, CaseIterable, Sendable, Bindable {
        case active
        case suspended
        case banned
        /// Nothing is left but the id, since bookings and entries name it.
        case erased

        /// What an account that is still somebody's can be.
        static let given: [Status] = [.active, .suspended, .banned]
    }

    package let id: String
    package let status: Status
    package let createdAt: Instant
    package let updatedAt: Instant
    /// How many entries have made the account what it is.
    let version: Int
    package let profile: Profile
    package let roles: [Role]

    /// The strongest of the roles, in the words of the documents that know only one.
    package var role: String {
        let names = Set(roles.map(\.id))
        if names.contains(BuiltInRole.admin.id) { return "admin" }
        if names.contains(BuiltInRole.facilitator.id) { return "facilitator" }
        return names.subtracting([BuiltInRole.public.id]).isEmpty ? "public" : "user"
    }

    var isActiveAdmin: Bool {
        status == .active && roles.contains { $0.id == BuiltInRole.admin.id }
    }

    /// How many roles one person can have: they all stand in an access token, and that in a header.
    static let mostRoles = 20
}

extension Problem {
    /// As D answers it at its door, where others answer `emailTakenConflict`.
    static var emailTaken: Problem {
        Problem(.badRequest, "email_taken", "There is an account with this e-mail address already.")
    }

    static var emailTakenConflict: Problem {
        Problem(.conflict, "email_taken", "There is an account with this e-mail address already.")
    }

    static var usernameTaken: Problem {
        Problem(.conflict, "username_taken", "There is an account with this username already.")
    }

    static var roleNotAllowed: Problem {
        Problem(.forbidden, "role_not_allowed", "You may not give this role, or change roles.")
    }

    static var unknownRole: Problem {
        Problem(.badRequest, "unknown_role", "There is no role of this name.")
    }

    static var lastAdmin: Problem {
        Problem(
            .conflict, "last_admin",
            "This is the last admin. Make somebody else one first, or nobody could ever again.")
    }

    static var accountSuspended: Problem {
        Problem(.forbidden, "account_suspended", "This account is suspended.")
    }

    static var accountBanned: Problem {
        Problem(.forbidden, "account_banned", "This account is banned.")
    }

    static var invalidCredentials: Problem {
        Problem(.unauthorized, "invalid_credentials", "The name or the password is wrong.")
            .adding(.wwwAuthenticate, "Bearer")
    }

    static var wrongPassword: Problem {
        Problem(.badRequest, "wrong_password", "The password is wrong.")
    }
}
