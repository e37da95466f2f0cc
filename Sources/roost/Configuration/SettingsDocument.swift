/// The documents that are made from the declarations of the settings.
enum SettingsDocument {
    /// The whole of `docs/SETTINGS.md`.
    static var page: String {
        """
        # Settings

        \(introduction)

        \(Setting.groups.map(section).joined(separator: "\n\n"))

        """
    }

    /// The table in the README.
    static var shortTable: String {
        table(Setting.all)
    }

    private static let introduction = """
        Flags win over the environment, the environment over `.env` (`--env-file PATH` names another
        file), `.env` over `config/<ENVIRONMENT>.json`, and that over the defaults. The flag of
        `SOME_SETTING` is `--some-setting`. A setting that does not exist or is ill-formed keeps the
        server from starting: it says which one, where, and what it expected. Where no secret is given,
        development and test make one and keep it in `var/secret`; production refuses to start.

        `roost settings` makes this page from the declarations that the server reads.
        """

    private static func section(_ group: SettingGroup) -> String {
        """
        ## \(group.title)

        \(table(group.settings))
        """
    }

    private static func table(_ settings: [Setting]) -> String {
        let head = "| Setting | Value | Default | What it decides |\n|---|---|---|---|"
        return ([head] + settings.map(row)).joined(separator: "\n")
    }

    private static func row(_ setting: Setting) -> String {
        let names = setting.names.map { "`\($0)`" }.joined(separator: ", ")
        let value = setting.placeholder.replacing("|", with: " \\| ")
        return
            "| \(names) | \(value) | \(setting.fallbackText(quote: "`") ?? "–") | \(setting.summary) |"
    }
}
