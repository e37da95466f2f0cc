import Crypto
import Time
import Web

/// Finds out whom Google has signed in, from the identity token that Google gave to the client's page:
/// https://developers.google.com/identity/gsi/web/guides/verify-google-id-token
package struct GoogleSignIn: Sendable {
    private let clientID: String
    private let keys: GoogleKeys
    private let clock: Clock

    /// - Parameter clientID: Which application of ours tokens must be for; without one, nobody can sign in.
    package init(clientID: String?, keys: GoogleKeys, clock: Clock) {
        self.clientID = clientID ?? ""
        self.keys = keys
        self.clock = clock
    }

    /// Who it is. Every doubt is a refusal, and all have the same words.
    package func verify(credential: String) async throws(Problem) -> GoogleIdentity {
        guard !clientID.isEmpty else { throw .googleNotConfigured }
        guard let token = CompactJWS(Array(credential.utf8)[...]), token.algorithm == "RS256",
            let name = token.key
        else { throw .invalidToken }
        guard let key = try await key(name), token.isSigned(with: key),
            let claims = GoogleClaims(token.payload), claims.isFor(clientID, at: clock.now),
            let identity = claims.identity
        else { throw .invalidToken }
        return identity
    }

    private func key(_ name: String) async throws(Problem) -> RSAPublicKey? {
        do throws(GoogleKeys.Unavailable) {
            return try await keys.key(name)
        } catch {
            throw .googleUnavailable
        }
    }
}

extension Problem {
    package static var googleNotConfigured: Problem {
        Problem(
            .serviceUnavailable, "google_not_configured", "Signing in with Google is not set up."
        ).adding(.retryAfter, "3600")
    }

    package static var googleUnavailable: Problem {
        Problem(.serviceUnavailable, "google_unavailable", "Google can't be asked at the moment.")
            .saying("Google's keys can't be fetched at the moment. Try again soon.")
            .adding(.retryAfter, "10")
    }
}
