extension Command {
    /// Every command, in the order of help. A new one is one line here.
    static let all: [Command] = [
        .serve,
        .migrate,
        .createAdmin,
        .importUsers,
        .importClasses,
        .importServices,
        .importSessions,
        .importEvents,
        .backup,
        .restore,
        .replay,
        .verify,
        .deliveries,
        .routes,
        .openapi,
        .settings,
        .version,
        .help,
    ]
}
