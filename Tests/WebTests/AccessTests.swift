import JSON
import Testing
import Web
import Workbench

@Suite("Access to routes")
struct AccessTests {
    @Test(
        "A public route never verifies a token, not even with rate limits", arguments: Way.allCases)
    func everyone(way: Way) async throws {
        let harbour = try Harbour(way, rates: [.default: RateRule(100, per: 60)])
        #expect(try await harbour.ask(.get, "/api/v1/boats", as: "nobody").status == 200)
        #expect(try await harbour.ask(.get, "/ledger", as: Harbour.ledgerToken).status == 200)
        #expect(try await harbour.ask(.get, "/api/v1/ships", as: "nobody").status == 404)
        #expect(try await harbour.ask(.put, "/api/v1/boats", as: "nobody").status == 405)
        #expect(harbour.verified.value == 0)
    }

    @Test("A route that wants a caller verifies once, rate limit and all", arguments: Way.allCases)
    func once(way: Way) async throws {
        let harbour = try Harbour(way, rates: [.default: RateRule(100, per: 60)])
        #expect(try await harbour.ask(.get, "/api/v1/boats/mine", as: "ben").status == 200)
        #expect(harbour.verified.value == 1)
    }

    @Test("A user's route gets its caller, and refuses strangers and bad tokens")
    func user() async throws {
        let harbour = try Harbour()
        let answer = try await harbour.ask(.get, "/api/v1/boats/mine", as: "ben")
        #expect(answer.json?["owner"] == "ben")
        #expect(try await harbour.ask(.get, "/api/v1/boats/mine").code == "authentication_required")
        let bad = try await harbour.ask(.get, "/api/v1/boats/mine", as: "nobody")
        #expect(bad.code == "invalid_token")
        #expect(bad["WWW-Authenticate"] == "Bearer")
    }

    @Test("Where everybody may come, users are known and bad tokens are refused")
    func everyoneOrUser() async throws {
        let harbour = try Harbour()
        #expect(try await harbour.ask(.get, Harbour.boat).json?["owner"] == .null)
        #expect(try await harbour.ask(.get, Harbour.boat, as: "ben").json?["owner"] == "ben")
        let bad = try await harbour.ask(.get, Harbour.boat, as: "nobody")
        #expect(bad.status == 401)
        #expect(bad.code == "invalid_token")
    }

    @Test("A permission lets in who has it, and its refusal has words of its own")
    func permission() async throws {
        let harbour = try Harbour()
        #expect(try await harbour.ask(.delete, Harbour.boat, as: "anna").status == 204)
        #expect(try await harbour.ask(.delete, Harbour.boat, as: "ben").code == "boat_away")
        #expect(try await harbour.ask(.delete, Harbour.boat).status == 401)
    }

    @Test("A token opens its route, and nothing else does", arguments: Way.allCases)
    func token(way: Way) async throws {
        let harbour = try Harbour(way)
        #expect(try await harbour.ask(.get, "/ledger", as: Harbour.ledgerToken).text == "A")
        for wrong in [nil, "anna", Harbour.ledgerToken + "x", "LEDGER-SECRET", ""] {
            let answer = try await harbour.ask(.get, "/ledger", as: wrong)
            #expect(answer.status == 401)
            #expect(answer["WWW-Authenticate"] == "Bearer")
        }
    }

    @Test("The word Bearer has no case", arguments: ["bearer", "BEARER", "Bearer"])
    func scheme(word: String) async throws {
        let fields = [("Authorization", "\(word) \(Harbour.ledgerToken)")]
        #expect(try await Harbour().ask(.get, "/ledger", fields).status == 200)
    }

    @Test("A token that isn't set keeps nobody out", arguments: [nil, ""])
    func noToken(secret: String?) {
        #expect(Access<Void>.token(secret).rule == .everyone)
    }

    @Test("Each user has a rate of their own, strangers one by address")
    func rates() async throws {
        let harbour = try Harbour(rates: [.default: RateRule(1, per: 60)])
        for guest in ["anna", "ben", nil] {
            #expect(try await harbour.ask(.get, Harbour.boat, as: guest).status == 200)
            #expect(try await harbour.ask(.get, Harbour.boat, as: guest).status == 429)
        }
    }
}
