import Testing
import Workbench

@testable import roost

@Suite("The command line")
struct CommandLineReaderTests {
    @Test("version prints the version")
    func version() async throws {
        let (exitCode, transcript) = try await run("version")
        #expect(exitCode == .success)
        #expect(transcript.said.hasPrefix("roost \(Version.current) (swift "))
    }

    @Test("help lists every command", arguments: ["help", "--help", "-h"])
    func help(word: String) async throws {
        let (exitCode, transcript) = try await run(word)
        #expect(exitCode == .success)
        for command in Command.all {
            #expect(transcript.said.contains("  \(command.name) "))
        }
    }

    @Test("Without a command, help is printed and the exit code says that one was missing")
    func nothing() async throws {
        let (exitCode, transcript) = try await run()
        #expect(exitCode == .usage)
        #expect(transcript.said.contains("usage: roost COMMAND"))
    }

    @Test("--help explains each command", arguments: Command.all.map(\.name))
    func commandHelp(name: String) async throws {
        let (exitCode, transcript) = try await run(
            name.split(separator: " ").map(String.init) + ["--help"])
        #expect(exitCode == .success)
        #expect(transcript.said.contains("usage: roost \(name)"))
    }

    @Test("An unknown command is refused with what was probably meant")
    func unknownCommand() async throws {
        let (exitCode, transcript) = try await run("verison")
        #expect(exitCode == .usage)
        #expect(
            transcript.complained.first == #""verison" is not a command; did you mean version?"#)
    }

    @Test("The first of a command's words is not enough")
    func halfCommand() async throws {
        let (exitCode, transcript) = try await run("repair")
        #expect(exitCode == .usage)
        #expect(
            transcript.complained == [#""repair" is not a command; did you mean repair here?"#])
    }

    @Test("help explains the command that it is asked for")
    func helpOfCommand() async throws {
        let (exitCode, transcript) = try await run("help", "version")
        #expect(exitCode == .success)
        #expect(transcript.said.contains("usage: roost version"))
        #expect(try await run("help", "nothing").exitCode == .usage)
    }

    @Test("A command's own flag is no setting's")
    func ownFlags() {
        let settings = Set(Flag.ofConfiguration.map(\.name))
        #expect(Command.all.flatMap(\.flags).allSatisfy { !settings.contains($0.name) })
    }

    @Test("An unknown flag is refused with what was probably meant")
    func unknownFlag() async throws {
        let (exitCode, transcript) = try await run("settings", "--enf")
        #expect(exitCode == .usage)
        #expect(transcript.complained == ["--enf is not a flag; did you mean --env?"])
        #expect(transcript.said.isEmpty)
    }

    @Test(
        "A command that is configured gets every setting's flag, and operands and flags of its own")
    func configured() async throws {
        let (exitCode, transcript) = try await run(
            "repair", "here", "--port", "9", "--force", "FILE")
        #expect(transcript.said == "9 true [\"FILE\"]")
        #expect(exitCode == .success)
    }

    @Test("A command with an ill-formed configuration does not run")
    func faultyConfiguration() async throws {
        let (exitCode, transcript) = try await run("repair", "here", "--port", "x", "--prot", "9")
        #expect(transcript.said.isEmpty)
        #expect(exitCode == .configuration)
        #expect(transcript.complained.count == 2)
    }

    @Test("A command's failure is one line, and its exit code")
    func failure() async throws {
        let (exitCode, transcript) = try await run("fail")
        #expect(transcript.complained == ["it did not work"])
        #expect(exitCode == .failure)
    }

    // MARK: Arrangement

    private static let commands =
        Command.all + [
            Command(
                name: "repair here", summary: "Repairs.", operands: ["FILE"],
                flags: [Flag("force", "Even so.")],
                body: .configured(.needed) { configuration, arguments, surroundings in
                    let isForced = arguments.has("force")
                    surroundings.say("\(configuration.port) \(isForced) \(arguments.operands)")
                }),
            Command(
                name: "fail", summary: "Fails.",
                body: .plain { _, _ in throw CommandFailure(line: "it did not work") }),
        ]

    private func run(_ words: String...) async throws -> (
        exitCode: ExitCode, transcript: Transcript
    ) {
        try await run(words)
    }

    private func run(_ words: [String]) async throws -> (
        exitCode: ExitCode, transcript: Transcript
    ) {
        let folder = try TemporaryFolder()
        let transcript = Transcript()
        let surroundings = Surroundings(
            environment: [:], files: WorkingFolder(path: folder.path),
            say: transcript.say, complain: transcript.complain)
        let reader = CommandLineReader(commands: Self.commands, surroundings: surroundings)
        return (await reader.run(words), transcript)
    }
}
