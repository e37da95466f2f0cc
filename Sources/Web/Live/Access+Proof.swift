import HTTP

extension Access {
    /// Whoever proves by means that are the route's own that they are signed in.
    package static func user(
        provedBy admit: @escaping @Sendable (Request, Context) throws(Problem) -> Subject
    ) -> Access {
        Access(.user, refusals: Problem.unproved, admit: admit)
    }

    /// Whoever does so, and whoever will do so later.
    package static func everyoneOrUser(
        provedBy admit: @escaping @Sendable (Request, Context) throws(Problem) -> Subject
    ) -> Access {
        Access(.everyoneOrUser, refusals: Problem.unproved, admit: admit)
    }
}
