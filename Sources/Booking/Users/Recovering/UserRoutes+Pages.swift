import HTTP
import JSON
import Web

extension Area {
    fileprivate static let letters = Area(
        "Pages of letters", "Where links in letters lead, for people with a browser.")
}

extension Users {
    /// What people see who follow the link of a letter.
    package var pageRoutes: [Route] {
        [
            page(.verification, "Asks whether an address is one's own", LetterPage.verification),
            page(.reset, "Asks for a new password") { LetterPage.reset(token: $0) },
            verificationRoute, resetPageRoute,
        ]
    }

    private func page(
        _ path: LetterPage.Path, _ summary: String,
        _ page: @escaping @Sendable (_ token: String) -> HTMLPage
    ) -> Route {
        Route(
            .get, path.rawValue, summary, in: .letters, access: .everyone,
            takes: Takes.query(
                .one(Parameter("token", .text(1...1_000), "The token of the letter."))),
            gives: .page(about: "A page with a form"),
            options: RouteOptions(isTagged: false)
        ) { call in
            page(call.query).response()
        }
    }

    private var verificationRoute: Route {
        Route(
            .post, LetterPage.Path.verification.rawValue, "Takes the form of that page",
            in: .letters, access: .everyone,
            takes: Takes.nothing.content(
                .formOrJSON(GivenLetterToken.schema, upTo: Limits.smallJSONBody)),
            gives: .page(
                about: "A page that says how it went",
                failures: [(.badRequest, "A page that says that the letter is spent")])
        ) { call in
            do {
                try await verifyEmail(with: call.body.token)
                return LetterPage.end("Thank you", "Your e-mail address is verified.").response()
            } catch let problem as Problem {
                return LetterPage.end("That didn't work", problem.detail).response(problem.status)
            }
        }
    }

    private var resetPageRoute: Route {
        Route(
            .post, LetterPage.Path.reset.rawValue, "Takes the form of that page", in: .letters,
            access: .everyone,
            takes: Takes.nothing.content(
                .formOrJSON(PasswordForm.schema, upTo: Limits.smallJSONBody)),
            gives: .page(
                about: "A page that says how it went",
                failures: [
                    (.badRequest, "A page that says that the letter is spent"),
                    (.unprocessableContent, "The form again, with what is wrong with it"),
                ]),
            options: RouteOptions(limit: .reset)
        ) { call in
            let form = call.body
            do {
                try await resetPassword(try form.reset(), within: call.timeLeft)
                return LetterPage.end("Done", "Sign in with your new password.").response()
            } catch let problem as Problem where problem.status == .unprocessableContent {
                return LetterPage.reset(token: form.token, refusal: problem.detail)
                    .response(problem.status)
            } catch let problem as Problem {
                return LetterPage.end("That didn't work", problem.detail).response(problem.status)
            }
        }
    }
}
