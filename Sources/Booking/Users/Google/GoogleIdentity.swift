/// Whom Google has signed in.
package struct GoogleIdentity: Sendable, Equatable {
    /// Google's own id of the account (`sub`), which stays when the address changes.
    package let subject: String
    /// The address that Google has verified.
    package let email: String
    package let name: String?
}
