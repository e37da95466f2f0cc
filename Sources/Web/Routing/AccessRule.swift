/// Who may call a route, as documents and tables of routes show it.
package enum AccessRule: Sendable, Equatable {
    case everyone
    case everyoneOrUser
    /// Everybody, also with credentials that are no good (any more).
    case whoever
    case user
    case permission(Permission)
    /// Whoever it is about, and who has been granted this.
    case selfOrPermission(Permission)
    /// Whoever knows a secret of the configuration.
    case token

    /// One word or permission for a table.
    package var text: String {
        switch self {
        case .everyone: "everyone"
        case .everyoneOrUser: "everyone, more for users"
        case .whoever: "everyone, with any token"
        case .user: "user"
        case .permission(let permission): permission.name
        case .selfOrPermission(let permission): "self or \(permission.name)"
        case .token: "token"
        }
    }

    /// Whether credentials play a part.
    var readsCredentials: Bool {
        switch self {
        case .everyone, .token: false
        case .everyoneOrUser, .whoever, .user, .permission, .selfOrPermission: true
        }
    }
}
