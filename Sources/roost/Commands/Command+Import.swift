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
            guard let file = arguments.operands.first else {
                throw CommandFailure(
                    line: "which file? A CSV file with a header, or JSON lines (.jsonl)",
                    exitCode: .usage)
            }
            let work = try UserImportWork(file, configuration.databaseFile, surroundings)
            try await work.run(
                isDry: arguments.has("dry-run"), skipsBad: arguments.has("skip-bad"))
        })
}
