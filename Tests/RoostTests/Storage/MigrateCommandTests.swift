import Testing
import Workbench

@Suite("roost migrate")
struct MigrateCommandTests {
    private let folder: TemporaryFolder
    private var file: String { "\(folder.path)/data/roost.db" }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func migrate(_ words: String...) async throws -> RoostProcess {
        let process = try RoostProcess(["migrate"] + words, ["DB_FILE": file])
        _ = try await process.end()
        return process
    }

    /// What it said, with one blank where columns are padded.
    private func lines(_ process: RoostProcess) -> [String] {
        process.said.split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
    }

    @Test("Nothing is made by who only looks")
    func looking() async throws {
        let status = try await migrate("--status")
        #expect(lines(status).first == "0001_journal pending")
        #expect(try await migrate("--dry-run").said.hasPrefix("would apply 0001_journal\n"))
        #expect(folder.read("data/roost.db") == nil)
    }

    @Test("It makes the database, and finds nothing to do the second time")
    func applies() async throws {
        #expect(try await migrate().said.hasPrefix("applied 0001_journal\n"))
        #expect(
            lines(try await migrate("--status")).first?.hasPrefix("0001_journal applied 2") == true)
        #expect(try await migrate().said.hasPrefix("nothing to do"))
    }

    @Test("Going down needs a yes, because data is lost")
    func down() async throws {
        _ = try await migrate()
        let refused = try await migrate("--to", "0")
        #expect(try await refused.end() == .exit(64))
        #expect(refused.complained.contains("say --yes"))
        #expect(try await migrate("--status").said.contains("applied"))
        #expect(try await migrate("--to", "0", "--yes").said.contains("took back 0001_journal\n"))
        #expect(lines(try await migrate("--status")).first == "0001_journal pending")
    }

    @Test(
        "A number that isn't one, or that no migration has, is told", arguments: ["x", "-1", "999"])
    func numbers(text: String) async throws {
        let refused = try await migrate("--to=\(text)")
        #expect(try await refused.end() != .exit(0))
        #expect(refused.complained.split(separator: "\n").count == 1)
        #expect(folder.read("data/roost.db") == nil)
    }
}
