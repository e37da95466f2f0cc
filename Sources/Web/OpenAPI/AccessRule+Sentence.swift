extension AccessRule {
    /// What a caller needs, as a sentence for the documents; nil where nothing is.
    var sentence: String? {
        switch self {
        case .everyone, .everyoneOrUser, .whoever: nil
        case .user: "Needs an access token, of any account."
        case .permission(let permission): "Needs the permission `\(permission.name)`."
        case .selfOrPermission(let permission):
            "Needs the permission `\(permission.name)`, or one's own account."
        case .token: "Needs the token that the server's configuration names."
        }
    }
}
