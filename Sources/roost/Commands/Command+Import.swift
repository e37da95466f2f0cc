import Booking

extension Command {
    /// `roost import users`
    static let importUsers = Command(
        name: "import users",
        summary: "Brings the users of another system in, with their passwords; all or none.",
        operands: ["FILE"],
        flags: [
            Flag("dry-run", "Looks at every row, tells what is wrong, and brings nobody in."),
            Flag("skip-bad", "Brings those in who can come, and leaves the others out."),
        ],
        body: .configured(.notNeeded) { configuration, arguments, surroundings in
            let work = try UserImportWork(
                importedFile(arguments), configuration.databaseFile, surroundings)
            try await work.run(
                isDry: arguments.has("dry-run"), skipsBad: arguments.has("skip-bad"))
        })

    /// `roost import classes` and the like, of which `about` tells something.
    private static func importing(_ kind: CatalogueKind, _ about: String) -> Command {
        Command(
            name: "import \(kind.rawValue)",
            summary: "Brings the \(kind.rawValue) of another system in, \(about); all or none.",
            operands: ["FILE"],
            flags: [
                Flag("dry-run", "Looks at every row, tells what is wrong, and brings nothing in."),
                Flag("skip-bad", "Brings those in that can come, and leaves the others out."),
            ],
            body: .configured(.notNeeded) { configuration, arguments, surroundings in
                let work = try CatalogueImportWork(
                    kind, importedFile(arguments), configuration, surroundings)
                try work.run(
                    isDry: arguments.has("dry-run"), skipsBad: arguments.has("skip-bad"))
            })
    }

    static let importClasses = importing(.classes, "past ones too")
    static let importServices = importing(.services, "with their hours")
    static let importSessions = importing(.sessions, "past ones too")
    static let importEvents = importing(.events, "past ones too")

    private static func importedFile(_ arguments: Arguments) throws(CommandFailure) -> String {
        guard let file = arguments.operands.first else {
            throw CommandFailure(
                line: "which file? A CSV file with a header, or JSON lines (.jsonl)",
                exitCode: .usage)
        }
        return file
    }
}
