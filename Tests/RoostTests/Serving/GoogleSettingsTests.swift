import Crypto
import JSON
import Testing
import Time
import Workbench

/// That the settings reach the door; what the door does is tested where it is.
@Suite("The settings for Google")
struct GoogleSettingsTests {
    private static let clientID = "roost.apps.googleusercontent.com"

    private let key: SigningKey
    private let google: RawServer
    private let roost: LiveRoost

    init() async throws {
        let key = try SigningKey()
        self.key = key
        let entry = [
            #""kty":"RSA""#, #""alg":"RS256""#, #""use":"sig""#, #""kid":"one""#,
            #""n":"\#(Base64URL.text(of: key.modulus))""#,
            #""e":"\#(Base64URL.text(of: key.exponent))""#,
        ].joined(separator: ",")
        let keys = Array(#"{"keys":[{\#(entry)}]}"#.utf8)
        google = try RawServer { _ in .bytes(RawServer.answer("200 OK", body: keys)) }
        roost = try await LiveRoost([
            "GOOGLE_CLIENT_ID": GoogleSettingsTests.clientID,
            "GOOGLE_JWKS_URL": google.url("/certs"),
        ])
    }

    private func token(for audience: String) throws -> String {
        let now = Clock.system.now.seconds
        let payload = [
            #""iss":"https://accounts.google.com""#, #""aud":"\#(audience)""#, #""sub":"7""#,
            #""email":"ada@example.com""#, #""email_verified":true"#, #""name":"Ada""#,
            #""iat":\#(now)"#, #""exp":\#(now + 3_600)"#,
        ].joined(separator: ",")
        let text = [#"{"alg":"RS256","kid":"one"}"#, "{\(payload)}"]
            .map { Base64URL.text(of: Array($0.utf8)) }.joined(separator: ".")
        return try "\(text).\(Base64URL.text(of: key.sign(Array(text.utf8))))"
    }

    private func enter(with token: String) throws -> RawAnswer {
        let body = JSON.object([.init("credential", .string(token))]).bytes
        let client = try roost.client()
        try client.send(
            [
                "POST /api/v1/auth/google HTTP/1.1", "Host: a", "Content-Type: application/json",
                "Content-Length: \(body.count)", "", String(decoding: body, as: UTF8.self),
            ].joined(separator: "\r\n"))
        return try client.answer()
    }

    @Test("A running server fetches the keys, and lets in whom they prove, again and again")
    func keys() throws {
        defer { google.stop() }
        #expect(google.heads.isEmpty)
        let first = try enter(with: token(for: GoogleSettingsTests.clientID))
        #expect(first.status == 200)
        #expect(first.json?["email_verified"] == true)
        let second = try enter(with: token(for: GoogleSettingsTests.clientID))
        #expect(second.json?["id"] == first.json?["id"])
        #expect(google.heads.count == 1)
        #expect(google.heads.first?.hasPrefix("GET /certs ") == true)
        #expect(try enter(with: token(for: "others.apps.googleusercontent.com")).status == 401)
    }
}
