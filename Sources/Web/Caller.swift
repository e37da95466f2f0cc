/// Who makes a request: an account that has proved who it is.
package struct Caller: Sendable, Equatable {
    /// The account's id.
    package let id: String
    /// The sign-in that the proof belongs to.
    package let signIn: String
    package let permissions: Set<Permission>

    package init(id: String, signIn: String, permissions: Set<Permission>) {
        self.id = id
        self.signIn = signIn
        self.permissions = permissions
    }
}
