import SQLite
import Time

/// A device on which somebody has signed in: what lets them go on there until it ends.
struct SignIn: Sendable, Equatable {
    /// Why one ended.
    enum End: String, Bindable, Sendable, CaseIterable {
        case signedOut = "signed_out"
        case revoked
        /// A refresh token came a second time: somebody else has it.
        case tokenReused = "token_reused"
        case passwordChanged = "password_changed"
        case passwordReset = "password_reset"
        case accountBlocked = "account_blocked"
        /// The account had signed in on too many devices since.
        case replaced
    }

    let id: String
    let createdAt: Instant
    let lastUsedAt: Instant
    let address: String?
    let userAgent: String?
    let endedAt: Instant?
    let end: End?

    /// On how many devices one can be signed in. Who signs in on more loses the one that was used
    /// longest ago.
    static let mostOfAnAccount = 50
}
