import Booking
import Time

/// Access tokens that are signed as the server does, so that nobody has to sign in.
package struct Tokens: Sendable {
    static let secret = "a secret that only trials know, 32 bytes and more"
    private let issuer: AccessTokens

    init() throws {
        issuer = try AccessTokens(
            key: Array(Tokens.secret.utf8), issuer: "roost", lifetime: 86_400)
    }

    /// The id of a person of the house.
    package static func person(_ number: Int) -> String {
        "01890000-0000-7000-8000-" + digits(number)
    }

    /// A token of a person with one role, an admin's or a client's.
    package func token(of number: Int, role: String = "client") throws -> String {
        // A token of the very second in which its account was made would be looked up.
        let now = Instant(milliseconds: Clock.system.now.milliseconds + 2_000)
        return try issuer.issue(
            subject: Tokens.person(number),
            signIn: "01890000-0000-7000-9000-" + Tokens.digits(number),
            roles: [role], role: role == "admin" ? role : "user",
            id: "01890000-0000-7000-a000-" + Tokens.digits(number), now: now)
    }

    private static func digits(_ number: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 12 - text.count) + text
    }
}
