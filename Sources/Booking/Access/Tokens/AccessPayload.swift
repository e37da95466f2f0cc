import JSON
import Time

/// What stands in an access token: the claims, and what says that they are claims of ours.
struct AccessPayload {
    /// Says that a token is for access, and not one of the other things that a signature may stand under.
    static let accessType = "access"
    /// How many members it has: these, and no other.
    private static let count = 10

    let issuer: String
    let audience: String
    var type = AccessPayload.accessType
    let claims: AccessClaims
}

extension AccessPayload {
    var bytes: [UInt8] {
        var writer = JSONWriter(reserving: 512)
        writer.object { writer in
            writer.text("iss", issuer)
            writer.text("aud", audience)
            writer.text("sub", claims.subject)
            writer.key("iat")
            writer.integer(claims.issuedAt.seconds)
            writer.key("exp")
            writer.integer(claims.expires.seconds)
            writer.text("jti", claims.id)
            writer.text("sid", claims.signIn)
            writer.text("role", claims.role)
            writer.key("roles")
            writer.array { writer in
                for role in claims.roles {
                    writer.element()
                    writer.string(role)
                }
            }
            writer.text("typ", type)
        }
        return writer.bytes
    }

    /// Reads what `bytes` writes: the same members in the same order. Nil for anything else.
    init?(_ bytes: [UInt8]) {
        guard case .object(let members)? = try? JSON.parse(bytes), members.count == Self.count,
            let issuer = members[0].text("iss"), let audience = members[1].text("aud"),
            let subject = members[2].text("sub"), let issuedAt = members[3].seconds("iat"),
            let expires = members[4].seconds("exp"), let id = members[5].text("jti"),
            let signIn = members[6].text("sid"), let role = members[7].text("role"),
            let roles = members[8].texts("roles"), let type = members[9].text("typ")
        else { return nil }
        self.issuer = issuer
        self.audience = audience
        self.type = type
        claims = AccessClaims(
            subject: subject, signIn: signIn, roles: roles, role: role, issuedAt: issuedAt,
            expires: expires, id: id)
    }
}

extension JSONWriter {
    fileprivate mutating func text(_ name: String, _ value: String) {
        key(name)
        string(value)
    }
}

extension JSON.Member {
    fileprivate func text(_ expected: String) -> String? {
        guard name == expected, case .string(let text) = value else { return nil }
        return text
    }

    fileprivate func texts(_ expected: String) -> [String]? {
        guard name == expected, case .array(let elements) = value else { return nil }
        var texts: [String] = []
        texts.reserveCapacity(elements.count)
        for element in elements {
            guard case .string(let text) = element else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// Seconds since 1970 that a moment can be written of.
    fileprivate func seconds(_ expected: String) -> Instant? {
        guard name == expected, case .integer(let seconds) = value,
            (0...Instant.writable.upperBound.seconds).contains(seconds)
        else { return nil }
        return Instant(seconds: seconds)
    }
}
