extension SettingGroup {
    /// How much the server bears, and for how long.
    static let limits = SettingGroup(
        title: "Limits",
        settings: [
            Setting(
                "REQUEST_TIMEOUT_SECONDS", .seconds(1...3_600), default: "10",
                into: \.requestTimeout,
                "How long a request may take before it is answered with 504."),
            Setting(
                "MAX_CONNECTIONS", .wholeNumber(1...1_000_000), default: "10000",
                into: \.maxConnections,
                "How many clients may be connected at once."),
            Setting(
                "MAX_CONNECTIONS_PER_IP", .wholeNumber(1...1_000_000), default: "1000",
                into: \.maxConnectionsPerIP,
                "How many connections one address may hold."),
            Setting(
                "SHUTDOWN_DELAY_SECONDS", .seconds(0...300), default: "0", into: \.shutdownDelay,
                "How long to go on accepting, while not ready, before draining."),
            Setting(
                "SHUTDOWN_SECONDS", .seconds(0...300), default: "25", into: \.shutdownTime,
                "How long requests that are under way may take to end at shutdown."),
            Setting(
                "RATE_LIMITS", .onOff, default: "on", into: \.rateLimits.areOn,
                "Whether callers who ask too often are refused."),
            rate("REGISTER", 5, 3_600, \.rateLimits.register, "Registrations by one address."),
            rate("LOGIN", 10, 60, \.rateLimits.login, "Attempts to sign in by one address."),
            rate("RECOVER", 3, 3_600, \.rateLimits.recover, "Requests to recover a password."),
            rate(
                "RESET", 5, 3_600, \.rateLimits.reset, "Attempts to set a forgotten password anew."),
            rate("PROFILE_READ", 60, 60, \.rateLimits.profileRead, "Reads of one's own profile."),
            rate(
                "PROFILE_UPDATE", 30, 3_600, \.rateLimits.profileUpdate,
                "Changes of one's own profile."),
            rate("PASSWORD", 5, 3_600, \.rateLimits.password, "Changes of one's own password."),
            rate(
                "DEFAULT", 600, 60, \.rateLimits.everythingElse,
                "Everything else, by user or address."),
        ])

    /// A rate limit. Outside production it is a hundred times as high, so that a newcomer's scripts
    /// run.
    private static func rate(
        _ name: String, _ count: Int, _ seconds: Int,
        _ place: any WritableKeyPath<Configuration, Rate> & Sendable, _ summary: String
    ) -> Setting {
        Setting(
            "RATE_LIMIT_\(name)", .rate,
            default: .byEnvironment(
                production: "\(count)/\(seconds)", elsewhere: "\(count * 100)/\(seconds)"),
            into: place, summary)
    }
}
