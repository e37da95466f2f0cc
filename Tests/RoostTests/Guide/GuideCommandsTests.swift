import Testing
import Workbench

@Suite("Commands of the guide")
struct GuideCommandsTests {
    private static let withCommands = GuideFile.all.filter(\.script.hasCommands)

    @Test("All commands of a page work, one after the other", arguments: withCommands)
    func run(file: GuideFile) async throws {
        let server =
            file.script.wantsServer
            ? try await LiveRoost(["SEED_SAMPLE_DATA": "on", "WORKERS": "1"]) : nil
        let run = try GuideRun(
            file.script, number: file.number,
            roost: server.map { "http://127.0.0.1:\($0.port)" })
        let end = try await run.end()
        #expect(end == .exit(0), "\(run.said)")
    }

    @Test("A command that fails is named with its page and line, and ends the run")
    func failure() async throws {
        let script = GuideScript(
            "page.md", "# Title\n\n```sh\necho one\nsleep 60 &\nfalse\necho two\n```\n")
        let run = try GuideRun(script, number: 0, roost: "http://127.0.0.1:1")
        #expect(try await run.end() == .exit(1))
        #expect(run.said == "page.md:6: this failed: false\n\none\n")
    }

    @Test("Commands stand on the lines that they have on their page")
    func lines() {
        let script = GuideScript(
            "page.md", "# Title\n\n```sh\ntrue\n\nfalse\n```\n\n* a\n\n  ```sh\n  ls\n  ```\n")
        let lines = script.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[3] == "true")
        #expect(lines[5] == "false")
        #expect(lines[11] == "ls")
    }

    @Test("There are pages with commands, and none is left out")
    func pages() {
        #expect(GuideCommandsTests.withCommands.count >= 10)
    }

    @Test(
        "What isn't run is no command, but for those that can't be run here",
        arguments: GuideFile.all)
    func fences(file: GuideFile) {
        for block in file.script.blocks where block.language != "sh" {
            #expect(
                GuideCommandsTests.languages.contains(block.language),
                "\(file.name):\(block.line): \(block.language) is run by nobody")
            for line in block.lines where GuideCommandsTests.isCommand(line) {
                #expect(
                    GuideCommandsTests.exceptions[String(line)] != nil,
                    "\(file.name):\(block.line): \(line)")
            }
        }
    }

    @Test("Every exception is still needed", arguments: exceptions.keys.sorted())
    func exception(line: String) {
        let blocks = GuideFile.all.flatMap(\.script.blocks).filter { $0.language != "sh" }
        #expect(blocks.contains { $0.lines.contains { $0 == line } })
    }

    /// What stands in blocks that aren't run.
    private static let languages: Set = ["http", "ini", "json", "nginx", "sql", "text"]

    private static let programs: Set<Substring> = [
        "$", "adduser", "apt", "apt-get", "bash", "cat", "cp", "curl", "docker", "echo", "export",
        "git",
        "install", "jq", "kill", "make", "mkdir", "mongoexport", "mysql", "nginx", "openssl",
        "psql",
        "python3", "roost", "sh", "source", "sqlite3", "sudo", "swift", "systemctl", "useradd",
    ]

    private static func isCommand(_ line: Substring) -> Bool {
        line.split(separator: " ").first.map(programs.contains) ?? false
    }

    /// Commands that a test can't run, each with the reason.
    static let exceptions: [String: String] = [
        "make run": "installs packages and builds for minutes",
        "sudo install -m 755 .build/release/roost /usr/local/bin/roost": "changes the machine",
        "sudo useradd --system --home-dir /var/lib/roost --create-home roost":
            "changes the machine",
        "mongoexport --uri mongodb://localhost:27017/booking --collection users \\":
            "asks a database that isn't here",
    ]
}
