import JSON
import Time

/// What stands in an access token: the claims, and what says that they are claims of ours.
struct AccessPayload {
    /// Says that a token is for access, and not one of the other things that a signature may stand under.
    static let accessType = "access"
    /// What stands in front of each value, in this order.
    private static let names = [
        #"{"iss":"#, #","aud":"#, #","sub":"#, #","iat":"#, #","exp":"#, #","jti":"#, #","sid":"#,
        #","role":"#, #","roles":"#, #","typ":"#,
    ].map { Array($0.utf8) }
    private static let end = Array("}".utf8)

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

    /// Reads what `bytes` writes. Nil for anything else, even if it means the same.
    init?(_ bytes: [UInt8]) {
        let names = Self.names
        var reader = AccessPayloadReader(bytes)
        guard let issuer = reader.text(after: names[0]),
            let audience = reader.text(after: names[1]),
            let subject = reader.text(after: names[2]),
            let issuedAt = reader.seconds(after: names[3]),
            let expires = reader.seconds(after: names[4]), let id = reader.text(after: names[5]),
            let signIn = reader.text(after: names[6]), let role = reader.text(after: names[7]),
            let roles = reader.texts(after: names[8]), let type = reader.text(after: names[9]),
            reader.skip(Self.end), reader.isAtEnd
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
