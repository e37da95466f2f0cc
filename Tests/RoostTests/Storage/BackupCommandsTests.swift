import Glibc
import SQLite
import Testing
import Workbench

@Suite("roost backup and roost restore")
struct BackupCommandsTests {
    private let folder: TemporaryFolder
    private var variables: [String: String] { ["DB_FILE": "\(folder.path)/roost.db"] }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func roost(_ words: String...) async throws -> RoostProcess {
        let process = try RoostProcess(words, variables)
        _ = try await process.end()
        return process
    }

    @Test("A copy is made while a server runs, and can be put in its place when it has ended")
    func thereAndBack() async throws {
        let server = try await LiveRoost(variables)
        let copy = "\(folder.path)/copy.db"
        let made = try await roost("backup", copy)
        #expect(try await made.end() == .exit(0))
        #expect(made.said.hasPrefix("copied \(folder.path)/roost.db to \(copy): "))

        let refused = try await roost("restore", copy)
        #expect(try await refused.end() == .exit(1))
        #expect(refused.complained.contains("is in use by `roost serve`, process "))

        server.process.signal(SIGTERM)
        #expect(try await server.process.end() == .exit(0))
        let restored = try await roost("restore", copy)
        #expect(try await restored.end() == .exit(0))
        #expect(
            restored.said.contains("\nwhat was there before is kept as \(folder.path)/roost.db"))
        let again = try await LiveRoost(variables)
        #expect(try again.get("/health").status == 200)
    }

    @Test("A server's own backups and its stream can be restored")
    func copies() async throws {
        let paths = [
            "BACKUP_DIR": "\(folder.path)/backups", "BACKUP_STREAM_DIR": "\(folder.path)/stream",
        ]
        let server = try await LiveRoost(variables.merging(paths) { $1 })
        _ = try await server.process.line(saying: "backup made")
        _ = try await server.process.line(saying: "a copy for the stream was made")
        server.process.signal(SIGTERM)
        #expect(try await server.process.end() == .exit(0))
        let restored = try await roost("restore", "\(folder.path)/stream")
        #expect(try await restored.end() == .exit(0))
        #expect(restored.said.contains("is restored from \(folder.path)/stream/"))
    }

    @Test("What is missing is told in a line", arguments: ["backup", "restore"])
    func missing(command: String) async throws {
        let without = try await roost(command)
        #expect(try await without.end() == .exit(64))
        #expect(without.complained.contains("roost \(command) F"))
        let nothing = try await roost(command, "\(folder.path)/none/copy.db")
        #expect(try await nothing.end() == .exit(1))
        #expect(nothing.complained.split(separator: "\n").count == 1)
        #expect(nothing.complained.hasPrefix("roost: there is no "))
    }
}
