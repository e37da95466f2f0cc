import JSON
import Web

/// A sign-in as its owner sees it.
struct OwnSignIn: Sendable {
    let signIn: SignIn
    /// Whether it is the one that asks.
    let isCurrent: Bool

    static let answer: Answer<OwnSignIn> = .object(
        "SignIn",
        SignIn.members.map { $0.from(\.signIn) } + [
            .init("current", .boolean, "Whether it is the one that asks.") { $0.isCurrent }
        ])
}
