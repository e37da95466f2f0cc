import HTTP
import Time
import Web

/// Who listens, proved in one of three ways: by the header field of every request, by a ticket in the address, or
/// by a first message.
///
/// No browser adds any of the three by itself, as it would a cookie, so no other page can listen in somebody's name.
/// A ticket in an address still says nothing of the page that uses it: there the origin is looked at (RFC 6455
/// section 10.2).
struct LiveProof: Sendable {
    let doorkeeper: Doorkeeper
    let tickets: Tickets
    let origins: CORS.AllowedOrigins
    let clock: Clock

    static let ticketParameter = "access_token"

    /// Nil where a request brings no proof.
    func claims(of request: Request) throws -> AccessClaims? {
        if let field = request.fields.bytes(of: .authorization) {
            guard let token = field.bearerToken else { throw Problem.invalidToken }
            return try doorkeeper.claims(with: token)
        }
        guard let text = Query(request.target.query)?[LiveProof.ticketParameter] else {
            return nil
        }
        guard origins.permit(request) else { throw Problem.originNotAllowed }
        guard let claims = try tickets.take(text, at: clock.now) else {
            throw Problem.invalidToken
        }
        try doorkeeper.check(claims)
        return claims
    }

    /// Who calls, for the access of a route.
    func admit(_ request: Request) throws(Problem) -> AccessClaims? {
        do {
            return try claims(of: request)
        } catch {
            throw error as? Problem ?? .ofStorage(error) ?? .overloaded
        }
    }
}
