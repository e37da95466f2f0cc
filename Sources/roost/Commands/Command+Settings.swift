extension Command {
    /// `roost settings`
    static let settings = Command(
        name: "settings",
        summary: "Prints every setting with its default, as the table of docs/SETTINGS.md.",
        flags: [
            Flag("env", "Prints them as the text of .env.example instead.")
        ],
        body: .plain { arguments, surroundings in
            surroundings.say(
                arguments.has("env") ? SettingsDocument.envExample : SettingsDocument.page)
        })
}
