import Posix
import Studio
import Testing
import Workbench

@testable import roost

@Suite("roost replay and roost verify")
struct JournalCommandsTests {
    private let file: StudioFile
    private let transcript = Transcript()

    init() throws {
        file = try StudioFile(seed: 5, acts: 200)
    }

    /// Runs a command as the program of a studio has it.
    private func run(_ word: String, on path: String? = nil) async -> ExitCode {
        let surroundings = Surroundings(
            environment: ["DB_FILE": path ?? file.path],
            files: WorkingFolder(path: file.folder.path), say: transcript.say,
            complain: transcript.complain)
        let commands = [
            Command.replay(chapters: [Studio.chapter]), .verify(chapters: [Studio.chapter]),
        ]
        return await CommandLineReader(commands: commands, surroundings: surroundings).run([word])
    }

    private var entries: Int {
        get throws { try file.read { try $0.count("select count(*) from journal") } }
    }

    @Test("replay makes the tables anew, and says how many entries there were and how fast it was")
    func replay() async throws {
        let before = try file.readTables
        try file.tamper("update claim set state = 'released'; delete from sitting")
        #expect(await run("replay") == .success)
        #expect(try file.readTables == before)
        let said = transcript.said
        #expect(said.hasPrefix("replayed \(try entries) entries, "))
        #expect(said.hasSuffix(" a second\n"))
        #expect(transcript.complained == [])
    }

    @Test("replay leaves all as it was when an entry can't be read")
    func unreadable() async throws {
        let seq = try entries + 1
        try file.tamper(
            "insert into journal values (\(seq), 'claim/1', 1, 'claim.lost', '{}', null, 0)")
        let before = try file.readTables
        #expect(await run("replay") == .failure)
        #expect(
            transcript.complained == [
                "entry \(seq) (claim.lost) is of a kind that this version of Roost doesn't know; "
                    + "nothing was changed"
            ])
        #expect(try file.readTables == before)
    }

    @Test("replay wants the database for itself, verify looks on")
    func inUse() async throws {
        let lock = try LockFile(for: file.path, command: "serve", since: "today")
        #expect(await run("replay") == .failure)
        #expect(transcript.complained.first?.contains("serve") == true)
        #expect(await run("verify") == .success)
        withExtendedLifetime(lock) {}
    }

    @Test("verify says what it has looked at")
    func verify() async throws {
        #expect(await run("verify") == .success)
        let lines = transcript.said.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("replayed \(try entries) entries, ") == true)
        #expect(
            lines[1] == "2 tables with \(try file.readTables.count) rows are what the journal says")
        #expect(lines[2] == "2 invariants hold, the file is sound")
    }

    @Test("verify names the first difference and exits with 1")
    func difference() async throws {
        try file.tamper("update sitting set opened_at = 7 where id = '\(Studio.id(1))'")
        #expect(await run("verify") == .failure)
        #expect(ExitCode.failure.rawValue == 1)
        let line = try #require(transcript.complained.first)
        #expect(line.contains("sitting with id '\(Studio.id(1))': opened_at is "))
        #expect(line.hasSuffix(" by the journal, and 7 in the database"))
    }

    @Test("Where no database is, none is made", arguments: ["replay", "verify"])
    func nothing(word: String) async throws {
        let path = "\(file.folder.path)/other/none.db"
        #expect(await run(word, on: path) == .failure)
        #expect(transcript.complained == ["there is no database at \(path)"])
        #expect(file.folder.read("other/none.db") == nil)
        #expect(file.folder.read("other/none.db.lock") == nil)
    }

    @Test("A database of an earlier version is not touched", arguments: ["replay", "verify"])
    func earlier(word: String) async throws {
        try file.folder.write("", to: "empty.db")
        let path = "\(file.folder.path)/empty.db"
        #expect(await run(word, on: path) == .failure)
        #expect(
            transcript.complained == [
                "the database \(path) is of an earlier version; bring it up to date with "
                    + "roost migrate"
            ])
    }

    @Test("The program itself verifies and replays what it has made")
    func program() async throws {
        let folder = try TemporaryFolder()
        for word in ["migrate", "verify", "replay", "verify"] {
            let process = try RoostProcess([word], ["DB_FILE": "\(folder.path)/roost.db"])
            #expect(try await process.end() == .exit(0), "\(process.complained)")
        }
    }
}
