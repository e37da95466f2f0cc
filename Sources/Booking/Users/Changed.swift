import JSON
import SQLite
import Time

/// What an entry tells of an account that is another now: which parts of the profile, never what they
/// hold.
struct Changed: Equatable, Sendable {
    /// A part of an account that stands beside the journal.
    enum Part: String, CaseIterable, Sendable {
        case email
        case username
        case name
        case bio
        case specialization
        case language
        case password
        case google
        case verification
    }

    var parts: [Part] = []
    /// The ids of all roles from then on, if they are others.
    var roles: [String]?
    var status: User.Status?

    var isNothing: Bool { self == Changed() }
    /// Whether older access tokens are wrong about the account.
    var touchesAccess: Bool { roles != nil || status != nil }
}
