import Time

/// A user as another system had them, read from a row of a table and checked for itself: whether it
/// fits to those who are here is not known yet.
package struct UserRow: Equatable, Sendable {
    /// Where it was in the file.
    package let line: Int
    /// A UUID in lower case, which can be kept.
    package let id: String?
    /// What the other system had instead of one, a number mostly.
    package let oldID: String?
    package let email: String
    package let username: String?
    package let name: String?
    /// In lower case, without the same one twice; `client` also for what others call `user`. Empty where
    /// nothing was said.
    package let roles: [String]
    /// As it is typed, to be hashed. Never together with a hash.
    package let password: String?
    /// Of a form that is known; whether it is whole shows when it is parsed.
    package let passwordHashText: String?
    package let googleID: String?
    package let bio: String?
    package let specialization: String?
    /// Active where nothing was said.
    package let status: User.Status
    package let createdAt: Instant?
}
