import HTTP
import JSON
import Web

extension Area {
    static let users = Area("Users", "Accounts, for their owners and for admins.")
}

extension Users {
    private static let path = "/api/v1/users"
    static let id = Parameters.one(Parameter("id", .uuid, "The account's id."))

    package var routes: [Route] {
        doorRoutes + tokenRoutes + recoveryRoutes + pageRoutes + ownRoutes
            + [listRoute, readRoute, changeRoute, eraseRoute]
    }

    private var listRoute: Route {
        Route(
            .get, Users.path, "Lists the accounts", in: .users,
            access: .permission("users:read"), takes: Takes.query(UserSearch.parameters),
            gives: .list(of: Account.answer, about: "The accounts, the oldest first")
        ) { call in
            try await list(call.query, call.request, within: call.timeLeft)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Users.path + "/{id}", "Shows an account", in: .users,
            access: .caller(named: "id", or: "users:read"), takes: Takes.path(Users.id),
            gives: .ok(Account.answer, about: "The account").tagged(Account.tag),
            problems: [.notFound]
        ) { call in
            Account(try user(call.path, within: call.timeLeft))
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Users.path + "/{id}", "Changes an account", in: .users,
            access: .caller(named: "id", or: "users:write"),
            takes: Takes.path(Users.id)
                .json(UserChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Account.answer, about: "The account as it is now").tagged(Account.tag),
            problems: [
                .notFound, .emailTakenConflict, .usernameTaken, .unknownRole, .roleNotAllowed,
                .lastAdmin, .preconditionFailed, .hashingOverloaded,
            ],
            options: RouteOptions(
                limit: .profileUpdate,
                description: """
                    `roles`, `status` and `password` are for those who hold `users:write`; they take \
                    effect on live tokens within a second. Nobody gives roles that can do more than \
                    they can, but who holds `roles:write`.
                    """)
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller,
                within: call.timeLeft)
        }
    }

    private var eraseRoute: Route {
        Route(
            .delete, Users.path + "/{id}", "Erases an account", in: .users,
            access: .caller(named: "id", or: "users:write"), takes: Takes.path(Users.id),
            gives: .noContent,
            problems: [
                .notFound, .roleNotAllowed, .recentSignInRequired, .lastAdmin,
                .preconditionFailed,
            ],
            options: RouteOptions(
                description: """
                    Name, addresses, password and sign-ins are deleted. Bookings stay, as somebody's \
                    who is nobody. It can't be taken back: who erases their own account must have \
                    signed in within ten minutes, or send their password to `/me`.
                    """)
        ) { call in
            try await erase(call.path, if: Precondition(call.request), by: call.caller)
        }
    }
}
