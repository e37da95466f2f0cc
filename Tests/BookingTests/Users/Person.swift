import JSON
import Workbench

/// Somebody with an account, as an answer of a door told it.
struct Person: Sendable, Equatable {
    let id: String
    let email: String
    let token: String
    let refreshToken: String

    /// The password of everybody who doesn't have another.
    static let password = "correct horse battery"

    init?(_ answer: RawAnswer) {
        guard case .string(let id)? = answer.json?["id"],
            case .string(let email)? = answer.json?["email"],
            case .string(let token)? = answer.json?["access_token"],
            case .string(let refreshToken)? = answer.json?["refresh_token"]
        else { return nil }
        self.id = id
        self.email = email
        self.token = token
        self.refreshToken = refreshToken
    }
}
