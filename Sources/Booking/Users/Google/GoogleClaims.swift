import JSON
import Time

/// What an identity token of Google says (OpenID Connect Core 1.0 section 2).
struct GoogleClaims {
    private static let issuers: [JSON] = ["https://accounts.google.com", "accounts.google.com"]
    /// How far our clock may be behind Google's, in seconds.
    private static let clockSkew: Int64 = 300

    private let claims: JSON

    /// Nil for what isn't an object of JSON, or has a name twice.
    init?(_ payload: [UInt8]) {
        guard let claims = try? JSON.parse(payload), case .object = claims else { return nil }
        self.claims = claims
    }

    /// Whether Google made it for this application, and its time is now.
    func isFor(_ clientID: String, at now: Instant) -> Bool {
        guard let issuer = claims["iss"], Self.issuers.contains(issuer),
            let audience = claims["aud"],
            audience == .string(clientID) || audience == .array([.string(clientID)]),
            case .integer(let expires)? = claims["exp"], expires > now.seconds
        else { return false }
        return hasBegun("iat", now) && (claims["nbf"] == nil || hasBegun("nbf", now))
    }

    private func hasBegun(_ name: String, _ now: Instant) -> Bool {
        guard case .integer(let begins)? = claims[name] else { return false }
        return begins <= now.seconds + Self.clockSkew
    }

    /// Who it is; nil unless Google has verified the address.
    var identity: GoogleIdentity? {
        guard isVerified, case .string(let subject)? = claims["sub"],
            (1...255).contains(subject.utf8.count),
            subject.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            case .string(let email)? = claims["email"], Self.isPlausible(email)
        else { return nil }
        return GoogleIdentity(subject: subject, email: email, name: name)
    }

    /// Google has sent text, too, where the documents say true or false.
    private var isVerified: Bool {
        claims["email_verified"] == .bool(true) || claims["email_verified"] == "true"
    }

    private var name: String? {
        guard let name = claims["name"] else { return nil }
        var faults = Faults()
        return Schema.personName.read(name, &faults)
    }

    /// Whether it is an address to the letter: nothing is trimmed off what somebody signed.
    private static func isPlausible(_ email: String) -> Bool {
        var faults = Faults()
        return Schema.email.read(.string(email), &faults) == email
    }
}
