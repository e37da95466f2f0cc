import HTTP
import SQLite
import Time
import Web

/// Finds out who sends a request, by the access token that it carries.
package struct Doorkeeper: Sendable {
    /// Two look-ups by key take microseconds; this is for a machine that is in trouble.
    private static let readingTime = Duration.milliseconds(500)
    /// Exceptions that are read at the start; whoever has more asks the database for a while.
    private static let mostExceptions = 50_000

    private let tokens: AccessTokens
    private let access: LiveAccess
    private let database: Database
    private let clock: Clock

    package init(tokens: AccessTokens, access: LiveAccess, database: Database, clock: Clock) {
        self.tokens = tokens
        self.access = access
        self.database = database
        self.clock = clock
    }

    /// Takes over how everybody stands, once the database is open and before the first request.
    package func begin() throws {
        let now = clock.now
        let since = Instant(
            milliseconds: now.milliseconds - Int64(tokens.lifetime + 1) * 1_000)
        try database.read(within: .seconds(10)) { reader in
            access.begin(
                try RoleStore.all(reader),
                try AccessStore.exceptions(
                    since: since, atMost: Doorkeeper.mostExceptions, reader), at: now)
        }
    }

    package var authentication: Authentication {
        Authentication { try caller(of: $0) }
    }

    /// Nil for a request without credentials.
    func caller(of request: Request) throws -> Caller? {
        guard let field = request.fields.bytes(of: .authorization) else { return nil }
        guard let token = field.bearerToken else { throw Problem.invalidToken }
        return try caller(with: token)
    }

    func caller(with token: ArraySlice<UInt8>) throws -> Caller {
        let claims = try verified(token)
        let permissions = try permissions(of: claims)
        return Caller(id: claims.subject, signIn: claims.signIn, permissions: permissions)
    }

    /// What a good token says, for whoever stays longer than a request takes and has to ask again.
    func claims(with token: ArraySlice<UInt8>) throws -> AccessClaims {
        let claims = try verified(token)
        _ = try permissions(of: claims)
        return claims
    }

    /// Refuses claims that are not good any more: their time is over, or something was taken away since.
    func check(_ claims: AccessClaims) throws {
        guard claims.expires > clock.now else { throw Problem.invalidToken }
        _ = try permissions(of: claims)
    }

    /// How often anything has changed that claims could be found bad by, their time aside.
    var changes: Int { access.changes }

    private func verified(_ token: ArraySlice<UInt8>) throws(Problem) -> AccessClaims {
        do throws(TokenRefusal) {
            return try tokens.verify(token, now: clock.now)
        } catch {
            throw .invalidToken
        }
    }

    private func permissions(of claims: AccessClaims) throws -> Set<Permission> {
        switch access.judge(claims) {
        case .good(let permissions): return permissions
        case .bad: throw Problem.invalidToken
        case .unknown: break
        }
        let standing = try database.read(within: Doorkeeper.readingTime) {
            try AccessStore.standing(of: claims.subject, at: claims.signIn, $0)
        }
        guard case .active(let roles) = standing else { throw Problem.invalidToken }
        return access.permissions(of: roles)
    }
}
