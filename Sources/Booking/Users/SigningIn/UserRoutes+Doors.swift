import HTTP
import JSON
import Web

extension Area {
    fileprivate static let doors = Area(
        "Signing in", "Registering, signing in, going on and ending.")
}

extension Users {
    private static let api = "/api/v1"

    /// Registering and signing in, at every door that the documents have.
    var doorRoutes: [Route] {
        [
            register("/users", ifTaken: .emailTakenConflict),
            register("/auth/register", ifTaken: .emailTaken),
            signIn("/users/login"), signIn("/auth/login"), signIn("/login"), tokenRoute,
            googleRoute,
        ]
    }

    /// Going on and ending.
    var tokenRoutes: [Route] { [refreshRoute, revokeRoute, signOutRoute] }

    private func register(_ path: String, ifTaken taken: Problem) -> Route {
        Route(
            .post, Users.api + path, "Registers", in: .doors, access: .whoever,
            takes: Takes.json(NewUser.schema, upTo: Limits.smallJSONBody), once: idempotency,
            gives: .created(
                Account.answer, at: { "/api/v1/users/\($0.user.id)" },
                about: "The account, signed in"),
            about: Users.subject,
            problems: [
                taken, .usernameTaken, .roleNotAllowed, .unknownRole, .hashingOverloaded,
                .invalidToken,
            ],
            options: RouteOptions(
                limit: .register,
                description: """
                    At least one of `username`, `name` and `full_name` is needed. `admin` and roles \
                    of one's own making are given by admins only.
                    """)
        ) { call, once in
            do {
                return try await register(
                    call.body, by: call.context.identity, on: Device(call.request, call.context),
                    within: call.timeLeft, once: once)
            } catch let problem as Problem where problem.code == taken.code {
                throw taken
            }
        }
    }

    /// Whose the answer of a door is.
    private static func subject(_ account: Account) -> String? { account.user.id }

    private func signIn(_ path: String) -> Route {
        Route(
            .post, Users.api + path, "Signs in", in: .doors, access: .everyone,
            takes: Takes.json(Credentials.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Account.answer, about: "The account, signed in"), problems: Users.refusals,
            options: RouteOptions(limit: .login)
        ) { call in
            try await signIn(
                call.body, on: Device(call.request, call.context), within: call.timeLeft)
        }
    }

    /// How every door for passwords refuses.
    private static let refusals: [Problem] = [
        .invalidCredentials, .accountSuspended, .accountBanned, .signInDelayed,
        .hashingOverloaded,
    ]

    private var tokenRoute: Route {
        Route(
            .post, Users.api + "/auth/token", "Signs in as OAuth 2 wants it", in: .doors,
            access: .everyone,
            takes: Takes.nothing.content(
                .formOrJSON(Credentials.formSchema, upTo: Limits.smallJSONBody)),
            gives: .ok(IssuedTokens.answer, about: "The tokens"), problems: Users.refusals,
            options: RouteOptions(
                limit: .login, description: "The password grant of RFC 6749, section 4.3.")
        ) { call in
            let account = try await signIn(
                call.body, on: Device(call.request, call.context), within: call.timeLeft)
            guard let tokens = account.tokens else { throw Problem.invalidCredentials }
            return tokens
        }
    }

    private var googleRoute: Route {
        Route(
            .post, Users.api + "/auth/google", "Signs in with Google", in: .doors,
            access: .everyone,
            takes: Takes.json(GoogleCredential.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Account.answer, about: "The account, signed in"),
            problems: [
                .missingFields, .invalidToken, .accountSuspended, .accountBanned,
                .emailTakenConflict, .googleNotConfigured, .googleUnavailable,
            ],
            options: RouteOptions(
                limit: .login,
                description: """
                    Whom Google knows and we don't gets an account. An existing account is linked by \
                    its address, which Google has verified; where we had not, its old password ends.
                    """)
        ) { call in
            try await signIn(call.body, on: Device(call.request, call.context))
        }
    }

    private var refreshRoute: Route {
        Route(
            .post, Users.api + "/auth/refresh", "Gives the next pair of tokens", in: .doors,
            access: .everyone,
            takes: Takes.json(GivenRefreshToken.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Account.answer, about: "The account with new tokens"),
            problems: [.invalidToken],
            options: RouteOptions(
                description: """
                    A refresh token works once. For ten seconds it gives the same successor again, \
                    so that a lost answer harms nobody; used later, it ends the sign-in.
                    """)
        ) { call in
            try await refresh(call.body.refreshToken)
        }
    }

    private var revokeRoute: Route {
        Route(
            .post, Users.api + "/auth/revoke", "Ends a sign-in by its refresh token", in: .doors,
            access: .everyone,
            takes: Takes.json(GivenRefreshToken.schema, upTo: Limits.smallJSONBody),
            gives: .noContent
        ) { call in
            try await revoke(call.body.refreshToken)
        }
    }

    private var signOutRoute: Route {
        Route(
            .post, Users.api + "/auth/logout", "Signs out", in: .doors, access: .whoever,
            takes: Takes.nothing.content(
                .optionalJSON(SigningOut.schema, absent: SigningOut(refreshToken: nil))),
            gives: .ok(Message.answer, about: "What came is revoked")
        ) { call in
            try await signOut(call.caller, call.body.refreshToken)
            return Message("Logged out successfully")
        }
    }
}
