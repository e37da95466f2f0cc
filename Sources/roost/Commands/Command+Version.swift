extension Command {
    /// `roost version`
    static let version = Command(
        name: "version",
        summary: "Prints the version, and what it was built with.",
        body: .plain { _, surroundings in
            surroundings.say("roost \(Version.full)\n")
        })
}
