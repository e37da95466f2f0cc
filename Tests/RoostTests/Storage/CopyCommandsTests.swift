import Foundation
import Posix
import SQLite
import Testing
import Workbench

@Suite("roost backup and roost restore")
struct CopyCommandsTests {
    private let folder: TemporaryFolder
    private var file: String { path("roost.db") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

    /// What the program says when it succeeds, and what it complains of when it doesn't.
    private func run(_ words: String..., on file: String? = nil) async throws -> String {
        let process = try RoostProcess(words, ["DB_FILE": file ?? self.file])
        return try await process.end() == .exit(0) ? process.said : process.complained
    }

    private func link(_ name: String, to other: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path(name), withDestinationPath: other)
    }

    @Test("A file of somebody else that is called like the manifest stays as it is")
    func manifestIsTaken() async throws {
        _ = try await run("migrate")
        try folder.write("{\"mine\": 1}", to: "report.json")
        #expect(
            try await run("backup", path("report")).contains("can't be read as a manifest"))
        #expect(folder.read("report.json") == "{\"mine\": 1}")
        #expect(!File.exists(path("report")))
    }

    @Test(
        "No copy is called like a file of the database itself, which SQLite would take for its own",
        arguments: ["-wal", "-shm", "-journal", ".lock"])
    func ownNames(ending: String) async throws {
        // It leaves nothing but the database, so that the name would be free.
        try Connection(file, .create).script("create table song (title text)")
        for other in ["-wal", "-shm"] { try? File.remove(file + other) }
        #expect(
            try await run("backup", file + ending).contains("choose another name"))
        #expect(!File.exists(file + ending))
    }

    @Test("A copy without a name is a slip of the command line", arguments: ["", "new/"])
    func nameless(name: String) async throws {
        _ = try await run("migrate")
        #expect(try await run("backup", name).contains("roost backup FILE"))
    }

    @Test("A restore through a link leaves the link, and replaces what it leads to")
    func throughLink() async throws {
        try folder.write("", to: "disk/roost.db")
        try link("link.db", to: "disk/roost.db")
        _ = try await run("migrate", on: path("link.db"))
        _ = try await run("backup", path("copy.db"), on: path("link.db"))
        #expect(
            try await run("restore", path("copy.db"), on: path("link.db")).contains("is restored"))
        #expect(File.target(of: path("link.db")) != path("link.db"))
        let names = try Folder(path("disk")).names()
        #expect(names.contains { $0.hasPrefix("roost.db.before-restore-") })
    }

    @Test("A source that is a link brings the log of what it leads to")
    func linkedSource() async throws {
        _ = try await run("migrate", on: path("old.db"))
        do {
            let old = try Connection(path("old.db"), .readWrite)
            try old.script(
                "insert into journal values (1, 'class/1', 1, 'class.made', '{}', null, 0)")
        }
        #expect(try File.size(of: path("old.db-wal")) > 0)
        try link("link.db", to: "old.db")
        #expect(
            try await run("restore", path("link.db")).contains("its last entry is number 1"))
    }

    @Test("A pipe or a device is no source, as it might never end")
    func endlessSource() async throws {
        #expect(mkfifo(path("pipe"), 0o600) == 0)
        for source in [path("pipe"), "/dev/zero"] {
            #expect(
                try await run("restore", source).contains("is neither a file nor a folder"))
        }
    }
}
