import Web

@testable import Booking

extension AccessRule {
    /// How far a visitor may come who asks for what is their own or somebody else's.
    func expected(of visitor: Visitor, asking whose: Whose?) -> Set<Passage> {
        switch self {
        case .everyone, .whoever: [.yes]
        case .everyoneOrUser: visitor == .suspended ? [.unauthorized] : [.yes]
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
