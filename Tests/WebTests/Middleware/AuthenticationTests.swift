import HTTP
import Testing

@testable import Web

@Suite("Authentication")
struct AuthenticationTests {
    let anna = Caller(id: "anna", signIn: "1", permissions: [])
    let verified = Tally()

    /// `Authorization: good` is Anna, nothing is nobody, the rest is refused.
    func authentication() -> Authentication {
        Authentication { [anna, verified] request in
            verified.add(1)
            switch request.fields[.authorization] {
            case nil: return nil
            case "good": return anna
            default: throw Problem(.unauthorized, "invalid_token", "Bad token.")
            }
        }
    }

    func chain() -> Chain {
        Chain(authentication()) { _, context in .json(try context.requireCaller().id) }
    }

    @Test("Good credentials make a caller")
    func good() async throws {
        let response = try await chain().send(.get, "/", [("Authorization", "good")])
        #expect(response.text == "anna")
    }

    @Test("A route that needs a caller says what is wrong with bad credentials")
    func bad() async throws {
        let response = try await chain().send(.get, "/", [("Authorization", "bad")])
        #expect(response.status == .unauthorized)
        #expect(response.code == "invalid_token")
    }

    @Test("A route that needs a caller asks those without credentials to sign in")
    func missing() async throws {
        let response = try await chain().send()
        #expect(response.code == "authentication_required")
        #expect(response.fields[.wwwAuthenticate] == "Bearer")
    }

    @Test("A public route pays for no verification and ignores bad credentials")
    func ignored() async throws {
        let chain = Chain(authentication(), answer: .json("{}"))
            .matching(Route.stub(.get, "/services", access: .everyone))
        #expect(try await chain.send(.get, "/", [("Authorization", "bad")]).status == .ok)
        #expect(verified.value == 0)
    }

    @Test("Credentials are verified once, whoever asks")
    func once() async throws {
        let authentication = authentication()
        let chain = Chain(authentication) { request, context in
            try authentication.identify(request, context)
            return .json("{}")
        }
        _ = try await chain.send(.get, "/", [("Authorization", "good")])
        #expect(verified.value == 1)
    }

    @Test("A failure that is no refusal is not taken for one")
    func failure() async throws {
        struct DatabaseGone: Error {}
        let chain = Chain(Authentication { _ in throw DatabaseGone() }, answer: .json("{}"))
        #expect(try await chain.send().status == .internalServerError)
    }
}
