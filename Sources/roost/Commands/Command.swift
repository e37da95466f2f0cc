/// Something that `roost` can be told to do.
struct Command: Sendable {
    /// What a command does, and what it needs to know for it.
    enum Body: Sendable {
        /// Needs nothing but its own flags.
        case plain(@Sendable (Arguments, Surroundings) async throws -> Void)
        /// Needs a configuration: it understands every setting's flag and runs only when all are
        /// right.
        case configured(
            Configuration.Secrets,
            @Sendable (Configuration, Arguments, Surroundings) async throws -> Void)
    }

    /// The word, or the words, that call it: `serve`, `admin create`.
    let name: String
    /// One sentence for help.
    let summary: String
    /// What stands for its operands in help: `FILE`.
    var operands: [String] = []
    /// The flags of its own.
    var flags: [Flag] = []
    let body: Body

    /// All the flags that it understands.
    var understoodFlags: [Flag] {
        switch body {
        case .plain: flags
        case .configured: flags + Flag.ofConfiguration
        }
    }
}
