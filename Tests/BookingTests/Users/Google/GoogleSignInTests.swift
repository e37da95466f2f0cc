import Crypto
import Testing
import Web
import Workbench

@testable import Booking

@Suite("Signing in with Google")
struct GoogleSignInTests {
    @Test("Google's word is taken for who it is")
    func good() async throws {
        let desk = try GoogleDesk()
        let identity = try await desk.signIn.verify(credential: desk.token())
        #expect(
            identity
                == GoogleIdentity(
                    subject: "110169484474386276334", email: "ada@example.com",
                    name: "Ada Lovelace"))
    }

    @Test(
        "What Google may also write is taken",
        arguments: [
            ("iss", #""accounts.google.com""#), ("aud", #"["\#(GoogleDesk.clientID)"]"#),
            ("email_verified", #""true""#), ("iat", "\(GoogleDesk.now + 300)"),
            ("exp", "\(GoogleDesk.now + 1)"), ("name", nil), ("azp", nil), ("hd", #""x.org""#),
            ("nbf", "\(GoogleDesk.now - 1)"), ("sub", "\"\(String(repeating: "1", count: 255))\""),
        ] as [(String, String?)])
    func variants(name: String, value: String?) async throws {
        let desk = try GoogleDesk()
        #expect(await desk.refusal(of: try desk.token([name: value])) == nil)
    }

    @Test("A token for another application is refused")
    func audience() async throws {
        let desk = try GoogleDesk()
        let audiences = [
            #""other.apps.googleusercontent.com""#, #""""#, "null", "[]", "1",
            #"["\#(GoogleDesk.clientID)","other"]"#, #"["other"]"#, #"{"a":"b"}"#,
            #"["\#(GoogleDesk.clientID)","\#(GoogleDesk.clientID)"]"#, nil,
        ]
        for audience in audiences {
            #expect(await desk.refusal(of: try desk.token(["aud": audience])) == "invalid_token")
        }
    }

    @Test("A token of another issuer is refused")
    func issuer() async throws {
        let desk = try GoogleDesk()
        let issuers = [
            #""https://accounts.google.com/""#, #""http://accounts.google.com""#,
            #""https://accounts.google.com.example.com""#, #""""#, "null", "1",
            #"["https://accounts.google.com"]"#, nil,
        ]
        for issuer in issuers {
            #expect(await desk.refusal(of: try desk.token(["iss": issuer])) == "invalid_token")
        }
    }

    @Test("An expired token is refused, from the second on that it names")
    func expired() async throws {
        let desk = try GoogleDesk()
        let ends = [
            "\(GoogleDesk.now)", "\(GoogleDesk.now - 3_600)", "0", "-1", "null", #""9999999999""#,
            "1e12", "99999999999999999999", nil,
        ]
        for end in ends {
            #expect(await desk.refusal(of: try desk.token(["exp": end])) == "invalid_token")
        }
    }

    @Test("A token that is good now is refused when its time is over")
    func later() async throws {
        let desk = try GoogleDesk()
        let token = try desk.token()
        #expect(await desk.refusal(of: token) == nil)
        desk.clock.move(3_589)
        #expect(await desk.refusal(of: token) == nil)
        desk.clock.move(1)
        #expect(await desk.refusal(of: token) == "invalid_token")
    }

    @Test("A token that was issued more than five minutes in the future is refused")
    func premature() async throws {
        let desk = try GoogleDesk()
        for begin in ["\(GoogleDesk.now + 301)", "null", #""1""#, "1.5", nil] {
            #expect(await desk.refusal(of: try desk.token(["iat": begin])) == "invalid_token")
        }
        let notBefore = try desk.token(["nbf": "\(GoogleDesk.now + 301)"])
        #expect(await desk.refusal(of: notBefore) == "invalid_token")
    }

    @Test("An address that Google has not verified is refused")
    func unverified() async throws {
        let desk = try GoogleDesk()
        for verified in ["false", #""false""#, #""True""#, "1", "null", "[true]", nil] {
            let token = try desk.token(["email_verified": verified])
            #expect(await desk.refusal(of: token) == "invalid_token")
        }
    }

    @Test("What can't be an address is refused")
    func address() async throws {
        let desk = try GoogleDesk()
        for email in [#""ada""#, #"" ada@example.com""#, #""""#, "null", "1", nil] {
            #expect(await desk.refusal(of: try desk.token(["email": email])) == "invalid_token")
        }
    }

    @Test("An id that is none is refused")
    func subject() async throws {
        let desk = try GoogleDesk()
        let subjects = [
            #""""#, "110169484474386276334", "null", #""é""#, #""a b""#, #""a\u0000b""#,
            "\"\(String(repeating: "1", count: 256))\"", nil,
        ]
        for subject in subjects {
            #expect(await desk.refusal(of: try desk.token(["sub": subject])) == "invalid_token")
        }
    }

    @Test("Another key under the name of Google's is refused")
    func otherKey() async throws {
        let desk = try GoogleDesk()
        let token = try desk.token(key: SigningKey())
        #expect(await desk.refusal(of: token) == "invalid_token")
    }

    @Test("HS256 with Google's public key as the secret is refused, however it is written")
    func confusedAlgorithms() async throws {
        let desk = try GoogleDesk()
        let header = Base64URL.text(of: Array(#"{"alg":"HS256","kid":"one"}"#.utf8))
        let text = "\(header).\(Base64URL.text(of: Array(GoogleDesk.payload().utf8)))"
        for secret in [
            desk.key.modulus, desk.key.publicHalf, desk.key.pem, desk.key.pem.dropLast(),
        ] {
            let code = try HMACSHA256(key: Array(secret)).code(of: Array(text.utf8)[...])
            let token = "\(text).\(Base64URL.text(of: code))"
            #expect(await desk.refusal(of: token) == "invalid_token")
        }
        #expect(desk.fetches == 0)
    }

    @Test("A token that says it is not signed is refused, signed or not")
    func unsigned() async throws {
        let desk = try GoogleDesk()
        for name in ["none", "None", "NONE", "", "RS512", "PS256", "rs256"] {
            let token = try desk.token(header: #"{"alg":"\#(name)","kid":"one"}"#)
            #expect(await desk.refusal(of: token) == "invalid_token")
            let bare = token.split(separator: ".").prefix(2).joined(separator: ".") + "."
            #expect(await desk.refusal(of: bare) == "invalid_token")
        }
        #expect(desk.fetches == 0)
    }

    @Test("Somebody else's id in place of the one that was signed is refused")
    func swapped() async throws {
        let desk = try GoogleDesk()
        var parts = try desk.token().split(separator: ".").map(String.init)
        parts[1] = Base64URL.text(of: Array(GoogleDesk.payload(["sub": #""2""#]).utf8))
        #expect(await desk.refusal(of: parts.joined(separator: ".")) == "invalid_token")
    }

    @Test("A name that stands twice in the header is refused")
    func doubledHeader() async throws {
        let desk = try GoogleDesk()
        let headers = [
            #"{"alg":"RS256","alg":"RS256","kid":"one"}"#,
            #"{"alg":"RS256","kid":"two","kid":"one"}"#,
        ]
        for header in headers {
            #expect(await desk.refusal(of: try desk.token(header: header)) == "invalid_token")
        }
    }

    @Test("A name that stands twice in the payload is refused, even rightly signed")
    func doubledPayload() async throws {
        let desk = try GoogleDesk()
        let payload = GoogleDesk.payload().dropLast() + #","sub":"2"}"#
        let token = try GoogleDesk.signed(
            String(payload), header: GoogleDesk.header, by: desk.key)
        #expect(await desk.refusal(of: token) == "invalid_token")
    }

    @Test("A payload that is no object is refused", arguments: ["", "[]", "null", "{", "\"a\""])
    func payloads(payload: String) async throws {
        let desk = try GoogleDesk()
        let token = try GoogleDesk.signed(payload, header: GoogleDesk.header, by: desk.key)
        #expect(await desk.refusal(of: token) == "invalid_token")
    }

    @Test("What the header calls critical is refused")
    func critical() async throws {
        let desk = try GoogleDesk()
        let token = try desk.token(header: #"{"alg":"RS256","kid":"one","crit":["b64"]}"#)
        #expect(await desk.refusal(of: token) == "invalid_token")
    }

    @Test("A token that doesn't name its key is refused, and nobody is asked")
    func nameless() async throws {
        let desk = try GoogleDesk()
        let token = try desk.token(header: #"{"alg":"RS256"}"#)
        #expect(await desk.refusal(of: token) == "invalid_token")
        #expect(await desk.refusal(of: "") == "invalid_token")
        #expect(await desk.refusal(of: "a.b.c") == "invalid_token")
        #expect(desk.fetches == 0)
    }

    @Test("Without a client id, nobody can sign in, and nobody is asked", arguments: [nil, ""])
    func notConfigured(clientID: String?) async throws {
        let desk = try GoogleDesk()
        let keys = GoogleKeys { throw GoogleKeys.Unavailable() }
        let signIn = GoogleSignIn(clientID: clientID, keys: keys, clock: desk.clock.clock)
        let problem = await #expect(throws: Problem.self) {
            try await signIn.verify(credential: desk.token())
        }
        #expect(problem?.status.code == 503)
        #expect(problem?.code == "google_not_configured")
        #expect(problem?.fields["Retry-After"] != nil)
    }

    @Test("Without keys, the answer is 503 with a time to come back")
    func unavailable() async throws {
        let desk = try GoogleDesk()
        desk.goesDown()
        let problem = await #expect(throws: Problem.self) {
            try await desk.signIn.verify(credential: desk.token())
        }
        #expect(problem?.status.code == 503)
        #expect(problem?.code == "google_unavailable")
        #expect(problem?.fields["Retry-After"] == "10")
    }
}
