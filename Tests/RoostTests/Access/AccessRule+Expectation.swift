import Web

@testable import Booking

extension AccessRule {
    /// How far a visitor may come who asks for what is their own or somebody else's.
    func expected(of visitor: Visitor, asking whose: Whose?) -> Set<Passage> {
        switch self {
        case .everyone: [.yes]
        // Bad credentials are refused at some of these doors, and count as none at others.
        case .everyoneOrUser: visitor == .suspended ? [.yes, .unauthorized] : [.yes]
        case .user: [visitor.isSignedIn ? .yes : .unauthorized]
        case .permission(let permission): [visitor.passage(with: permission)]
        case .selfOrPermission(let permission):
            [
                visitor.isSignedIn && whose == .own ? .yes : visitor.passage(with: permission)
            ]
        case .token: [.unauthorized]
        }
    }
}

extension Visitor {
    fileprivate func passage(with permission: Permission) -> Passage {
        guard isSignedIn, let role else { return .unauthorized }
        return role.facts.permissions.contains(permission) ? .yes : .forbidden
    }
}
