extension Configuration {
    /// Whether secrets must be there. Commands that only show something make none, and ask for none.
    enum Secrets: Sendable {
        case needed
        case notNeeded
    }

    /// Reads every setting: flags over the environment over `.env` over `config/<ENVIRONMENT>.json`
    /// over defaults. Throws everything that is wrong at once.
    static func load(
        arguments: Arguments, environment: [String: String], files: WorkingFolder,
        secrets: Secrets = .needed
    ) throws(ConfigurationFaults) -> Configuration {
        var loader = ConfigurationLoader(files: files)
        let layers = [
            loader.envFile(named: arguments.value(of: Flag.envFile.name)),
            loader.variables(environment),
            loader.flags(arguments),
        ]
        let purpose = loader.environment(decidedBy: layers)
        let lowest = purpose.map { loader.settingsFile(for: $0) } ?? []
        let defaults = loader.defaults(in: purpose ?? .development)
        var configuration = loader.written([defaults, lowest] + layers)
        loader.refuseSharedFolder(of: configuration)
        loader.checkIdentity(of: configuration)
        loader.checkNotices(of: configuration)
        if secrets == .needed { loader.settleSecretKey(of: &configuration) }
        guard loader.faults.isEmpty else { throw ConfigurationFaults(lines: loader.faults) }
        return configuration
    }
}
