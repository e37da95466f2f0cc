import HTTP
import JSON
import Web

extension Area {
    fileprivate static let recovery = Area(
        "Recovery", "Passwords that were forgotten, and addresses to verify.")
}

extension Users {
    private static let auth = "/api/v1/auth"

    /// Letters, and what their tokens open.
    var recoveryRoutes: [Route] {
        [
            recover("/recover-password"), recover("/recover"), resetRoute, verifyRoute,
            verifyAgainRoute,
        ]
    }

    private func recover(_ path: String) -> Route {
        Route(
            .post, Users.auth + path, "Sends a letter to set a password anew", in: .recovery,
            access: .everyone,
            takes: Takes.json(GivenEmail.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Message.answer, about: "The same, whether anybody has the address or not"),
            options: RouteOptions(limit: .recover)
        ) { call in
            let email = call.body.email
            Task.detached { await recover(email) }
            return Message("If this address has an account, a letter is on its way to it.")
        }
    }

    private var resetRoute: Route {
        Route(
            .post, Users.auth + "/reset-password", "Sets a password anew", in: .recovery,
            access: .everyone,
            takes: Takes.json(PasswordReset.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Message.answer, about: "It is set; all devices are signed out"),
            problems: [.spentToken, .hashingOverloaded], options: RouteOptions(limit: .reset)
        ) { call in
            try await resetPassword(call.body, within: call.timeLeft)
            return Message("Password updated successfully")
        }
    }

    private var verifyRoute: Route {
        Route(
            .post, Users.auth + "/verify-email", "Shows that an address is one's own",
            in: .recovery, access: .everyone,
            takes: Takes.json(GivenLetterToken.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Message.answer, about: "The address is verified"),
            problems: [.spentToken]
        ) { call in
            try await verifyEmail(with: call.body.token)
            return Message("E-mail address verified")
        }
    }

    private var verifyAgainRoute: Route {
        Route(
            .post, Users.auth + "/verify-email/resend", "Sends the letter for it again",
            in: .recovery, access: .user, takes: Takes.nothing,
            gives: .ok(Message.answer, about: "It is on its way, unless the address is verified"),
            options: RouteOptions(limit: .recover)
        ) { call in
            try await verifyAgain(call.caller)
            return Message("If your address isn't verified yet, a letter is on its way to it.")
        }
    }
}
