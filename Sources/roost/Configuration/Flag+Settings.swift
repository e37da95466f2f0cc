extension Flag {
    /// The flag that names another file than `.env`.
    static let envFile = Flag(
        "env-file", value: .required("PATH"),
        "Reads the settings in this file instead of those in .env.")

    /// What decides a configuration on the command line: a flag for each name of each setting.
    static let ofConfiguration: [Flag] = Setting.all.flatMap(\.flags) + [envFile]
}

extension Setting {
    /// A flag for each name: `--jwt-secret-key`, `--secret-key`. The aliases' stay out of help.
    var flags: [Flag] {
        let preset = fallbackText().map { " Default: \($0)." } ?? ""
        return names.map { name in
            Flag(
                Self.flagName(name), value: isOnOff ? .onOff : .required(placeholder),
                summary + preset, isShown: name == self.name)
        }
    }

    static func flagName(_ name: String) -> String {
        String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    }
}
