import Foundation
import SQLite
import Testing
import Time
import Workbench

/// What is wrong with a database is one line, exit code 1, and leaves the file as it was.
@Suite("A database that can't be used")
struct RefusedDatabaseTests {
    private let folder: TemporaryFolder
    private var file: String { "\(folder.path)/roost.db" }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func refusal(_ file: String? = nil) async throws -> String {
        let roost = try RoostProcess(["serve", "--port", "0"], ["DB_FILE": file ?? self.file])
        #expect(try await roost.end() == .exit(1))
        #expect(roost.said == "")
        #expect(roost.complained.split(separator: "\n").count == 1)
        return roost.complained
    }

    /// The bytes of the file.
    private var bytes: Data? { FileManager.default.contents(atPath: file) }

    @Test("A file that is no database")
    func noise() async throws {
        try folder.write(String(repeating: "no database ", count: 1_000), to: "roost.db")
        let before = bytes
        #expect(try await refusal().contains("is not a SQLite database"))
        #expect(bytes == before)
    }

    @Test("Another program's database")
    func foreign() async throws {
        try Connection(file, .create).script("create table song (title text)")
        let before = bytes
        #expect(try await refusal().contains("is not a database of Roost: it has tables"))
        #expect(bytes == before)
    }

    @Test("Another program's mark")
    func application() async throws {
        try Connection(file, .create).script("pragma application_id = 7")
        #expect(try await refusal().contains("(application_id 7)"))
    }

    @Test("A database that a newer version made")
    func newer() async throws {
        try await made()
        try change("insert into migration values (9999, 'later', 'x', 0)")
        let line = try await refusal()
        #expect(line.contains("9999_later"))
        #expect(line.contains("newer version"))
    }

    @Test("A migration that was edited since")
    func edited() async throws {
        try await made()
        try change("update migration set checksum = 'other' where number = 1")
        #expect(try await refusal().contains("0001_journal"))
    }

    @Test("A folder that is a file")
    func folderIsFile() async throws {
        try folder.write("", to: "roost.db")
        let line = try await refusal("\(file)/deeper/roost.db")
        #expect(line.contains("Not a directory") || line.contains("File exists"))
    }

    @Test("A path that is a folder")
    func pathIsFolder() async throws {
        #expect(
            try await refusal(folder.path).contains("is not a file that a database could be in"))
    }

    @Test("A path that is a pipe, which would be waited for without end")
    func pathIsPipe() async throws {
        #expect(mkfifo(file, 0o600) == 0)
        #expect(try await refusal().contains("is not a file that a database could be in"))
    }

    @Test("A database that another server has")
    func inUse() async throws {
        let first = try await LiveRoost(["DB_FILE": file])
        let line = try await refusal()
        #expect(line.contains("is in use by `roost serve`, process "))
        #expect(try first.get("/health").status == 200)
    }

    @Test("The lock of a server that was killed keeps nobody out")
    func stale() async throws {
        let first = try await LiveRoost(["DB_FILE": file])
        first.process.signal(9)
        #expect(try await first.process.end() == .signal(9))
        let second = try await LiveRoost(["DB_FILE": file])
        #expect(try second.get("/health").status == 200)
    }

    private func made() async throws {
        let roost = try RoostProcess(["migrate"], ["DB_FILE": file])
        #expect(try await roost.end() == .exit(0))
    }

    private func change(_ sql: String) throws {
        try Connection(file, .readWrite).script(sql)
    }
}
