/// What `--help` prints.
enum HelpPage {
    static func overview(of commands: [Command]) -> String {
        """
        Roost \(Version.current), a booking server.

        usage: roost COMMAND [flags]

        commands:
        \(table(commands.map { ($0.name, $0.summary) }))

        roost COMMAND --help tells more about a command.

        """
    }

    static func page(of command: Command) -> String {
        let flags = command.understoodFlags.filter(\.isShown) + [helpFlag]
        let words = ["roost", command.name] + command.operands + ["[flags]"]
        return """
            \(command.summary)

            usage: \(words.joined(separator: " "))

            flags:
            \(table(flags.map { ($0.usage, $0.summary) }))

            """
    }

    private static let helpFlag = Flag("help", "Prints this page.")

    /// Two columns. A name that is too long for its column stands on a line of its own.
    private static func table(_ rows: [(name: String, summary: String)]) -> String {
        let most = rows.map(\.name.count).filter { $0 <= 32 }.max() ?? 0
        return rows.map { row in
            let gap =
                row.name.count <= most
                ? String(repeating: " ", count: most - row.name.count)
                : "\n  " + String(repeating: " ", count: most)
            return "  \(row.name)\(gap)  \(row.summary)"
        }.joined(separator: "\n")
    }
}
