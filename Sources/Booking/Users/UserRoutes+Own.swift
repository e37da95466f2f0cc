import HTTP
import JSON
import Web

extension Users {
    private static let me = "/api/v1/me"
    /// The same under A's and C's name.
    private static let usersMe = "/api/v1/users/me"

    /// What everybody may do with their own account.
    var ownRoutes: [Route] {
        [
            readOwn(Users.me), readOwn(Users.usersMe), changeOwn(.patch, Users.me),
            changeOwn(.patch, Users.usersMe), changeOwn(.put, Users.usersMe),
            passwordRoute(Users.usersMe), passwordRoute(Users.me), signInsRoute, endSignInRoute,
            exportRoute, leaveRoute(Users.me), leaveRoute(Users.usersMe),
        ]
    }

    private func readOwn(_ path: String) -> Route {
        Route(
            .get, path, "Shows one's own account", in: .users, access: .user,
            takes: Takes.nothing,
            gives: .ok(Account.ownAnswer, about: "The account").tagged(Account.tag),
            options: RouteOptions(limit: .profileRead)
        ) { call in
            Account(try user(call.caller.id, within: call.timeLeft))
        }
    }

    private func changeOwn(_ method: HTTP.Method, _ path: String) -> Route {
        Route(
            method, path, "Changes one's own account", in: .users, access: .user,
            takes: Takes.json(ProfileChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Account.ownAnswer, about: "The account as it is now").tagged(Account.tag),
            problems: [.emailTakenConflict, .usernameTaken, .preconditionFailed],
            options: RouteOptions(
                limit: .profileUpdate,
                description: "What is absent stays as it is. Another address is verified anew.")
        ) { call in
            try await change(call.caller.id, call.body, if: Precondition(call.request))
        }
    }

    private func passwordRoute(_ path: String) -> Route {
        Route(
            .put, path + "/password", "Changes one's own password", in: .users, access: .user,
            takes: Takes.json(PasswordChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Message.answer, about: "It is changed; other devices are signed out"),
            problems: [.wrongPassword, .hashingOverloaded], options: RouteOptions(limit: .password)
        ) { call in
            try await changePassword(call.body, by: call.caller, within: call.timeLeft)
            return Message("Password updated successfully")
        }
    }

    private var signInsRoute: Route {
        Route(
            .get, Users.me + "/sign-ins", "Lists where one is signed in", in: .users,
            access: .user, takes: Takes.nothing,
            gives: .ok(.array(of: OwnSignIn.answer), about: "The one used last in front")
        ) { call in
            try signIns(of: call.caller, within: call.timeLeft)
        }
    }

    private var endSignInRoute: Route {
        Route(
            .delete, Users.me + "/sign-ins/{id}", "Signs out one of one's own devices", in: .users,
            access: .user,
            takes: Takes.path(.one(Parameter("id", .uuid, "The sign-in's id."))),
            gives: .noContent, problems: [.notFound]
        ) { call in
            try await end(call.path, of: call.caller)
        }
    }

    private var exportRoute: Route {
        Route(
            .get, Users.me + "/export", "Gives everything that is held about oneself", in: .users,
            access: .user, takes: Takes.nothing,
            gives: .ok(PersonalExport.answer, about: "All of it"),
            options: RouteOptions(limit: .profileRead, isTagged: false)
        ) { call in
            try await export(call.caller.id, within: call.timeLeft)
        }
    }

    private func leaveRoute(_ path: String) -> Route {
        Route(
            .delete, path, "Erases one's own account", in: .users, access: .user,
            takes: Takes.nothing.content(
                .optionalJSON(Farewell.schema, absent: Farewell(password: nil))),
            gives: .noContent,
            problems: [.wrongPassword, .recentSignInRequired, .lastAdmin, .hashingOverloaded],
            options: RouteOptions(
                limit: .password,
                description: """
                    Who has a password sends it; who signs in by Google only must have done so within \
                    ten minutes. It can't be taken back.
                    """)
        ) { call in
            try await leave(call.body, call.caller, within: call.timeLeft)
        }
    }
}
