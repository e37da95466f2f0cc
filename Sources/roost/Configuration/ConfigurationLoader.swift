/// Reads the layers of a configuration and writes them one over the other, collecting every fault.
struct ConfigurationLoader {
    let files: WorkingFolder
    var faults: [String] = []

    init(files: WorkingFolder) {
        self.files = files
    }

    // MARK: Layers

    mutating func flags(_ arguments: Arguments) -> [GivenSetting] {
        faults += arguments.faults
        return arguments.given.compactMap { given in
            let name = String(given.flag.uppercased().map { $0 == "-" ? "_" : $0 })
            guard Setting.byName[name] != nil else { return nil }
            return GivenSetting(name: name, text: given.value ?? "on", source: "--\(given.flag)")
        }
    }

    /// Variables with a setting's name. Others belong to somebody else, but a rate limit that does
    /// not exist is a slip that would leave a door open.
    func variables(_ environment: [String: String]) -> [GivenSetting] {
        environment.filter { Setting.byName[$0.key] != nil || $0.key.hasPrefix("RATE_LIMIT_") }
            .sorted { $0.key < $1.key }
            .map { GivenSetting(name: $0.key, text: $0.value, source: "environment") }
    }

    mutating func envFile(named name: String?) -> [GivenSetting] {
        guard let text = text(of: name ?? ".env", mustBeThere: name != nil) else { return [] }
        let source = { (line: Int) in "\(name ?? ".env") line \(line)" }
        let file = Dotenv(text)
        faults += file.faults.map { "\(source($0.line)): expected \($0.expected)" }
        return file.entries.map {
            GivenSetting(name: $0.name, text: $0.text, source: source($0.line))
        }
    }

    mutating func settingsFile(for environment: Environment) -> [GivenSetting] {
        let name = "config/\(environment.rawValue).json"
        guard let text = text(of: name, mustBeThere: false) else { return [] }
        let file = SettingsFile(text)
        faults += file.faults.map { "\(name): \($0)" }
        if file.entries.contains(where: { $0.name == "ENVIRONMENT" }) {
            faults.append("ENVIRONMENT (\(name)) can't be set there: it decides which file is read")
        }
        return file.entries.map { GivenSetting(name: $0.name, text: $0.text, source: name) }
    }

    func defaults(in environment: Environment) -> [GivenSetting] {
        Setting.all.compactMap { setting in
            setting.fallback.text(in: environment).map {
                GivenSetting(name: setting.name, text: $0, source: "default")
            }
        }
    }

    private mutating func text(of file: String, mustBeThere: Bool) -> String? {
        do {
            let text = try files.read(file)
            if mustBeThere && text == nil { faults.append("\(file) does not exist") }
            return text
        } catch {
            faults.append("\(file) can't be read: \(error.reason)")
            return nil
        }
    }

    // MARK: Decisions

    /// What the server is for, which decides about the layers below; `nil` when that is ill-formed.
    ///
    /// The fault itself is told when the layers are written.
    func environment(decidedBy layers: [[GivenSetting]]) -> Environment? {
        guard let setting = Setting.byName["ENVIRONMENT"] else { return nil }
        let given = layers.joined().last { setting.names.contains($0.name) }?.text
        var configuration = Configuration()
        let text = given ?? setting.fallback.text(in: configuration.environment) ?? ""
        return setting.write(text, &configuration) ? configuration.environment : nil
    }

    /// The layers written one over the other, the lowest first. Every value is checked, those that
    /// another covers too: one day they would not be covered.
    mutating func written(_ layers: [[GivenSetting]]) -> Configuration {
        var configuration = Configuration()
        for layer in layers {
            let given = known(layer)
            for setting in Setting.all {
                write(
                    given.filter { setting.names.contains($0.name) }, of: setting,
                    to: &configuration)
            }
        }
        return configuration
    }

    private mutating func known(_ layer: [GivenSetting]) -> [GivenSetting] {
        for given in layer where Setting.byName[given.name] == nil {
            let hint = Nearest.hint(for: given.name, among: Setting.byName.keys)
            faults.append("\(given.name) (\(given.source)) is not a setting\(hint)")
        }
        return layer.filter { Setting.byName[$0.name] != nil }
    }

    private mutating func write(
        _ given: [GivenSetting], of setting: Setting, to configuration: inout Configuration
    ) {
        for one in given where !setting.write(one.text, &configuration) {
            faults.append(one.fault(in: setting))
        }
        if let first = given.first,
            let other = given.first(where: { !setting.agree($0.text, first.text) })
        {
            faults.append(
                "\(other.name) (\(other.source)) and \(first.name) (\(first.source)) differ: "
                    + "one of them is enough")
        }
    }

    // MARK: Settings together

    /// Whoever keeps copies in a folder removes the old ones there, so nobody else may do the same.
    mutating func refuseSharedFolder(of configuration: Configuration) {
        guard let folder = configuration.backupFolder, folder == configuration.backupStreamFolder
        else { return }
        faults.append(
            "BACKUP_DIR and BACKUP_STREAM_DIR name the same folder: each needs one of its own")
    }

    // MARK: The secret key

    /// Production must bring a good secret; elsewhere one is made at the first start, and kept.
    mutating func settleSecretKey(of configuration: inout Configuration) {
        let given = configuration.jwtSecretKey.text
        if configuration.environment == .production {
            guard let weakness = SecretKey.weakness(of: given) else { return }
            faults.append(
                "JWT_SECRET_KEY \(weakness), which production refuses; \(SecretKey.howToMake)")
        } else if given.isEmpty && faults.isEmpty {
            do {
                configuration.jwtSecretKey = try SecretKey.kept(in: files)
            } catch {
                faults.append(
                    "JWT_SECRET_KEY is missing, and var/secret can't be kept: \(error.reason)")
            }
        }
    }
}
