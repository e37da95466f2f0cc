import JSON
import SQLite
import Time

/// What an entry tells of somebody who got an account: nothing of who that is.
struct Registered: Equatable, Sendable {
    /// The ids of the roles.
    let roles: [String]
    let status: User.Status
    /// When the account was made, if that was elsewhere and long ago.
    let since: Instant?
}
