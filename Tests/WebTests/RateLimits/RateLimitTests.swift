import HTTP
import Testing

@testable import Web

@Suite("Rate limits")
struct RateLimitTests {
    let time = TestTime()
    let table = RateTable()
    let refusals = RateRefusals()
    let login = Route.stub(.post, "/login", limit: .login)
    let open = Route.stub(.get, "/open", access: .everyone)

    func chain(
        _ rules: [RatePolicy: RateRule] = [
            .login: RateRule(2, per: 60), .default: RateRule(2, per: 60),
        ],
        answer: @escaping Chain.Endpoint = { _, _ in .json("{}") }
    ) -> Chain {
        let authentication = Authentication { request in
            request.fields[.authorization].map {
                Caller(id: $0, signIn: "1", permissions: [])
            }
        }
        let limit = RateLimit(
            rules, table: table, refusals: refusals, authentication: authentication,
            clock: time.monotonic)
        return Chain(limit, endpoint: answer)
    }

    @Test("Answers say what the limit is and what is left of it")
    func told() async throws {
        let fields = try await chain().matching(login).send(.post).fields
        #expect(fields["RateLimit-Policy"] == "\"login\";q=2;w=60")
        #expect(fields["RateLimit"] == "\"login\";r=1;t=30")
    }

    @Test("One too many is refused with the time to wait, and counted")
    func refused() async throws {
        let chain = chain().matching(login)
        for _ in 0..<2 { #expect(try await chain.send(.post).status == .ok) }
        let response = try await chain.send(.post)
        #expect(response.status == .tooManyRequests)
        #expect(response.text.contains("\"rate_limited\""))
        #expect(response.fields[.retryAfter] == "30")
        #expect(response.fields["RateLimit-Policy"] == "\"login\";q=2;w=60")
        #expect(response.fields["RateLimit"] == "\"login\";r=0;t=60")
        #expect(refusals.count(of: .login) == 1)
        time.pass(seconds: 30)
        #expect(try await chain.send(.post).status == .ok)
    }

    @Test("Other addresses and other limits are not affected")
    func separate() async throws {
        let chain = chain().matching(login)
        for _ in 0..<3 { _ = try await chain.send(.post) }
        #expect(try await chain.from("198.51.100.9").send(.post).status == .ok)
        #expect(try await chain.matching(open).send().status == .ok)
    }

    @Test("Users behind one address have a limit each")
    func users() async throws {
        let chain = chain()
        for user in ["anna", "ben"] {
            for _ in 0..<2 {
                let response = try await chain.send(.get, "/", [("Authorization", user)])
                #expect(response.status == .ok)
            }
        }
        let response = try await chain.from("198.51.100.9")
            .send(.get, "/", [("Authorization", "anna")])
        #expect(response.status == .tooManyRequests)
    }

    @Test("Sign-in counts the address, whoever the token says it is")
    func signIn() async throws {
        let chain = chain().matching(login)
        for user in ["a", "b"] { _ = try await chain.send(.post, "/", [("Authorization", user)]) }
        let response = try await chain.send(.post, "/", [("Authorization", "c")])
        #expect(response.status == .tooManyRequests)
    }

    @Test("A 304 costs nothing and says so")
    func notModified() async throws {
        let chain = chain { _, _ in Response(.notModified) }
        for _ in 0..<5 {
            let response = try await chain.send()
            #expect(response.status == .notModified)
            #expect(response.fields["RateLimit"] == "\"default\";r=2;t=0")
        }
    }

    @Test("Probes, pre-flights and what has no rule are not counted")
    func uncounted() async throws {
        let probe = Route.stub(.get, "/health", limit: .none)
        let password = Route.stub(.put, "/password", limit: .password)
        for _ in 0..<5 {
            let answers = [
                try await chain().matching(probe).send(),
                try await chain().send(
                    .options, "/things/1", [("Access-Control-Request-Method", "PUT")]),
                try await chain().matching(password).send(.put),
            ]
            for answer in answers {
                #expect(answer.status == .ok)
                #expect(answer.fields["RateLimit"] == nil)
            }
        }
    }

    @Test("Refusals from below tell of the limit, too")
    func problems() async throws {
        let chain = chain { _, _ in throw Problem(.notFound, "not_found", "No.") }
        #expect(try await chain.send().fields["RateLimit"] == "\"default\";r=1;t=30")
    }

    @Test("Paths that don't exist are counted by address")
    func unmatched() async throws {
        let chain = chain().matching(.nothing)
        for _ in 0..<2 { _ = try await chain.send() }
        #expect(try await chain.send().status == .tooManyRequests)
    }

    @Test("Refusals are a metric by policy")
    func metric() async throws {
        for _ in 0..<3 { _ = try await chain().matching(login).send(.post) }
        let page = try #require(PrometheusText(MetricsPage([refusals.metric]).render()))
        #expect(page.value("roost_rate_limited_total", ["policy": "login"]) == 1)
        #expect(page.value("roost_rate_limited_total", ["policy": "default"]) == 0)
    }
}
