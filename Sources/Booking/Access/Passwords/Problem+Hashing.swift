import Web

extension Problem {
    /// More passwords wait than can be looked at in the time that clients wait for them.
    package static let hashingOverloaded = Problem(
        .serviceUnavailable, "hashing_overloaded", "Too many people sign in at once."
    )
    .saying("Too many passwords wait to be looked at. Nothing was changed; try again.")
    .adding(.retryAfter, "1")
}
