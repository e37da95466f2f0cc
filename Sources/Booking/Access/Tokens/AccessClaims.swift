import Time

/// What an access token says of the one who carries it.
package struct AccessClaims: Sendable, Equatable {
    /// The account's id (`sub`).
    package let subject: String
    /// The sign-in that it came from (`sid`): when that ends, its tokens end.
    package let signIn: String
    /// All roles that the account had when it was issued, and the strongest of them.
    package let roles: [String]
    package let role: String
    /// To the second, as tokens count.
    package let issuedAt: Instant
    package let expires: Instant
    /// Which token it is (`jti`).
    package let id: String
}
