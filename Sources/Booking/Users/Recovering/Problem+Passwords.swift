import JSON
import Web

extension Problem {
    /// Throws the 422 for a new password that others could know: it is its owner's address or username.
    static func refuseLike(
        _ password: String, email: String, username: String?, at member: String
    ) throws(Problem) {
        let likeness = PasswordLikeness(of: password, email: email, username: username)
        if let likeness { throw .invalid([likeness.fault(at: member)]) }
    }

    /// Throws the 422 for a password that comes from elsewhere than a request, by every rule.
    static func refuseWeak(
        _ password: String, email: String, username: String?
    ) throws(Problem) {
        var faults = Faults()
        _ = Schema<String>.newPassword.readText(password, at: "password", &faults)
        guard faults.isEmpty else { throw .invalid(faults.all) }
        try refuseLike(password, email: email, username: username, at: "password")
    }
}
