import Crypto
import Outbound
import Synchronization
import Time
import Web
import Workbench

@testable import Booking

/// A Google on this machine, with a key of its own, and a sign-in that asks it.
final class GoogleDesk: Sendable {
    static let clientID = "roost-1.apps.googleusercontent.com"
    /// When all this happens, by the clock that the test moves.
    static let now: Int64 = 1_768_467_600
    /// Made once, as that takes a while; all that matters is that nobody else has it.
    private static let shared = Result { try SigningKey() }

    static let client = WebClient(
        .httpsOrLoopback, connectWithin: .seconds(10), within: .seconds(20),
        atMost: GoogleKeys.maximumBytes)

    let key: SigningKey
    let clock = HandClock()
    let signIn: GoogleSignIn
    private let server: RawServer
    private let reply: GoogleReply

    /// - Parameter reply: What the key server answers first: the keys, when nothing is said.
    init(_ reply: RawServer.Reply? = nil) throws {
        key = try GoogleDesk.shared.get()
        let reply = GoogleReply(reply ?? GoogleDesk.keys([GoogleDesk.entry(key, "one")]))
        self.reply = reply
        server = try RawServer { _ in reply.next }
        let time = clock.clock
        let ticks = MonotonicClock { time.now.milliseconds * 1_000_000 }
        let keys = GoogleKeys(server.url("/certs"), client: GoogleDesk.client, clock: ticks)
        signIn = GoogleSignIn(clientID: GoogleDesk.clientID, keys: keys, clock: time)
    }

    deinit {
        server.stop()
    }

    /// How often the keys were asked for.
    var fetches: Int { server.heads.count }

    func answers(_ reply: RawServer.Reply) {
        self.reply.set(reply)
    }

    /// Nobody listens any more.
    func goesDown() {
        server.stop()
    }

    /// The code of the refusal, nil for somebody who is let in.
    func refusal(of credential: String) async -> String? {
        do throws(Problem) {
            _ = try await signIn.verify(credential: credential)
            return nil
        } catch {
            return error.code
        }
    }

    /// A token with some claims changed, or taken out with nil, and signed rightly.
    func token(
        _ changes: KeyValuePairs<String, String?> = [:], header: String = GoogleDesk.header,
        key: SigningKey? = nil
    ) throws -> String {
        try GoogleDesk.signed(GoogleDesk.payload(changes), header: header, by: key ?? self.key)
    }
}

extension GoogleDesk {
    static let header = #"{"alg":"RS256","kid":"one","typ":"JWT"}"#

    static func signed(_ payload: String, header: String, by key: SigningKey) throws -> String {
        let text = [header, payload].map { Base64URL.text(of: Array($0.utf8)) }
            .joined(separator: ".")
        return try "\(text).\(Base64URL.text(of: key.sign(Array(text.utf8))))"
    }

    static func payload(_ changes: KeyValuePairs<String, String?> = [:]) -> String {
        var claims: [(name: String, value: String)] = [
            ("iss", #""https://accounts.google.com""#), ("aud", "\"\(clientID)\""),
            ("azp", "\"\(clientID)\""), ("sub", #""110169484474386276334""#),
            ("email", #""ada@example.com""#), ("email_verified", "true"),
            ("name", #""Ada Lovelace""#), ("iat", "\(now - 10)"), ("exp", "\(now + 3_590)"),
        ]
        for (name, value) in changes {
            claims.removeAll { $0.name == name }
            if let value { claims.append((name, value)) }
        }
        return "{" + claims.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// A key's entry in the set, with some members changed, or taken out with nil.
    static func entry(
        _ key: SigningKey, _ name: String, _ changes: [String: String?] = [:]
    ) -> String {
        var members: [String: String?] = [
            "kty": #""RSA""#, "use": #""sig""#, "alg": #""RS256""#, "kid": "\"\(name)\"",
            "n": "\"\(Base64URL.text(of: key.modulus))\"",
            "e": "\"\(Base64URL.text(of: key.exponent))\"",
        ]
        members.merge(changes) { $1 }
        let texts = members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }
        return "{" + texts.joined(separator: ",") + "}"
    }

    static func keys(_ entries: [String], maxAge: Int? = 3_600) -> RawServer.Reply {
        let fields = maxAge.map { ["Cache-Control: public, max-age=\($0), must-revalidate"] }
        return json(#"{"keys":[\#(entries.joined(separator: ","))]}"#, fields ?? [])
    }

    static func json(_ text: String, _ fields: [String] = []) -> RawServer.Reply {
        .bytes(RawServer.answer("200 OK", fields, body: Array(text.utf8)))
    }
}
