extension SettingsDocument {
    /// The whole of `.env.example`: every setting as a comment, ready to be uncommented.
    static var envExample: String {
        let head = """
            # Copy this file to .env and uncomment what you decide otherwise.
            # Flags and the environment win over it. Made by: roost settings --env
            """
        return ([head] + Setting.groups.map(lines)).joined(separator: "\n\n") + "\n"
    }

    private static func lines(_ group: SettingGroup) -> String {
        let rule = "# --- \(group.title) ---"
        return ([rule] + group.settings.map(lines)).joined(separator: "\n\n")
    }

    private static func lines(_ setting: Setting) -> String {
        let text = setting.fallback.text(in: .development) ?? ""
        return "# \(setting.summary)\n# Expected: \(setting.expected).\n#\(setting.name)=\(text)"
    }
}
