/// Finds the command that the words of a command line call, and runs it.
struct CommandLineReader: Sendable {
    var commands = Command.all
    let surroundings: Surroundings

    /// Runs what the words say; what goes wrong is told, and shows in the exit code.
    func run(_ words: [String]) async -> ExitCode {
        guard let first = words.first else {
            surroundings.say(HelpPage.overview(of: commands))
            return .usage
        }
        switch first {
        case "--help", "-h": return await run(["help"] + words.dropFirst())
        case "--version": return await run(["version"] + words.dropFirst())
        default: break
        }
        guard let command = command(calledBy: words) else { return refuse(first) }
        let rest = Array(words.dropFirst(command.words.count))
        if rest.contains(where: { $0 == "--help" || $0 == "-h" }) {
            surroundings.say(HelpPage.page(of: command))
            return .success
        }
        return await run(command, rest)
    }

    /// The command with the most words that these begin with.
    private func command(calledBy words: [String]) -> Command? {
        commands.filter { words.starts(with: $0.words) }
            .max { $0.words.count < $1.words.count }
    }

    private func refuse(_ word: String) -> ExitCode {
        surroundings.complain(Self.refusal(of: word, among: commands))
        return .usage
    }

    /// Says that a word is no command, and which ones begin with a word like it.
    static func refusal(of word: String, among commands: [Command]) -> String {
        let nearest = Nearest.name(to: word, among: commands.compactMap(\.words.first))
        let names = commands.filter { $0.words.first == nearest }.map(\.name)
        let hint =
            names.isEmpty
            ? "roost help lists them" : "did you mean \(names.joined(separator: " or "))?"
        return "\(word.debugDescription) is not a command; \(hint)"
    }

    private func refuse(_ arguments: Arguments) -> ExitCode {
        arguments.faults.forEach(surroundings.complain)
        return .usage
    }

    private func run(_ command: Command, _ words: [String]) async -> ExitCode {
        let arguments = Arguments(
            words, flags: command.understoodFlags, mostOperands: command.operands.count)
        do {
            switch command.body {
            case .plain(let body):
                guard arguments.faults.isEmpty else { return refuse(arguments) }
                try await body(arguments, surroundings)
            case .configured(let secrets, let body):
                let configuration = try Configuration.load(
                    arguments: arguments, environment: surroundings.environment,
                    files: surroundings.files, secrets: secrets)
                try await body(configuration, arguments, surroundings)
            }
            return .success
        } catch {
            return tell(error)
        }
    }

    private func tell(_ error: any Error) -> ExitCode {
        switch error {
        case let faults as ConfigurationFaults:
            faults.lines.forEach(surroundings.complain)
            return .configuration
        case let failure as CommandFailure:
            surroundings.complain(failure.line)
            return failure.exitCode
        default:
            surroundings.complain("\(error)")
            return .failure
        }
    }
}

extension Command {
    /// The words of its name.
    fileprivate var words: [String] {
        name.split(separator: " ").map(String.init)
    }
}
