import Time

/// What has changed since a moment, as the database tells it at the start.
struct AccessExceptions: Sendable {
    /// What changed before isn't here.
    let since: Instant
    let accounts: [(id: String, standing: LiveAccess.Standing)]
    /// Those that have ended.
    let signIns: [String]
}
