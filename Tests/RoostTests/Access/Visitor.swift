import Booking
import Web

/// The kinds of people who come to a route.
enum Visitor: String, CaseIterable, Sendable {
    case anonymous
    case `public`
    case client
    case instructor
    case facilitator
    case admin
    /// Who had an account like a client's, and comes with the token from before.
    case suspended

    /// What they registered as; nil for who has no account.
    var role: BuiltInRole? {
        self == .suspended ? .client : BuiltInRole(rawValue: rawValue)
    }

    /// Whether somebody stands behind their credentials.
    var isSignedIn: Bool { self != .anonymous && self != .suspended }
}
