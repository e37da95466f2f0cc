import Foundation
import Posix
import Testing
import Workbench

@Suite("The lock of a database")
struct LockFileTests {
    private let folder: TemporaryFolder
    private var database: String { "\(folder.path)/roost.db" }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("A second process is refused, and told who has the database")
    func secondProcess() async throws {
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        let expected = """
            the database \(database) is in use by `roost serve`, process \(getpid()) since noon
            """
        await #expect(processExitsWith: .success) {
            [database = database as String, expected = expected as String] in
            let refusal = #expect(throws: LockFile.Refusal.self) {
                _ = try LockFile(for: database, command: "migrate", since: "one")
            }
            #expect(refusal?.description == expected)
        }
        withExtendedLifetime(lock) {}
    }

    @Test("Who is killed leaves the database to the next one")
    func killed() async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) { [database = database as String] in
            let lock = try LockFile(for: database, command: "serve", since: "noon")
            #expect(try LockFile.owner(of: database) != nil)
            kill(getpid(), SIGKILL)
            withExtendedLifetime(lock) {}
        }
        #expect(folder.read("roost.db.lock")?.contains("command serve\n") == true)
        #expect(try LockFile.owner(of: database) == nil)
        let lock = try LockFile(for: database, command: "migrate", since: "one")
        #expect(try LockFile.owner(of: database) == owner("migrate", since: "one"))
        withExtendedLifetime(lock) {}
    }

    @Test("Within one process there is one owner, too")
    func sameProcess() throws {
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        #expect(throws: LockFile.Refusal.inUse(database: database, by: owner("serve"))) {
            _ = try LockFile(for: database, command: "serve", since: "one")
        }
        withExtendedLifetime(lock) {}
    }

    @Test("The lock lasts to the end of the scope, and then the file says nothing")
    func scope() throws {
        do {
            let lock = try LockFile(for: database, command: "serve", since: "noon")
            #expect(try LockFile.owner(of: database) == owner("serve"))
            withExtendedLifetime(lock) {}
        }
        #expect(try LockFile.owner(of: database) == nil)
        #expect(folder.read("roost.db.lock") == "")
    }

    @Test("Asking who has the lock takes nothing and makes no file")
    func asking() throws {
        #expect(try LockFile.owner(of: database) == nil)
        #expect(try LockFile.owner(of: "\(folder.path)/none/roost.db") == nil)
        #expect(try Folder(folder.path).names() == [])
    }

    @Test("Nor does it let go the lock of the process that asks")
    func askingOneself() throws {
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        for _ in 0..<2 { #expect(try LockFile.owner(of: database) == owner("serve")) }
        withExtendedLifetime(lock) {}
    }

    @Test(
        "Whatever stands in a file that was left behind is written over",
        arguments: [
            "process 1\ncommand serve\nhost a\nsince b\n", "?",
            String(repeating: "\n", count: 9_999),
        ])
    func leftBehind(text: String) throws {
        try folder.write(text, to: "roost.db.lock")
        #expect(try LockFile.owner(of: database) == nil)
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        #expect(try LockFile.owner(of: database) == owner("serve"))
        withExtendedLifetime(lock) {}
    }

    @Test("Before the owner has written who it is, it is another process")
    func unknown() throws {
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        for text in ["", "process 1", "process x\ncommand a\nhost b\nsince c\n"] {
            try overwrite(text)
            #expect(try LockFile.owner(of: database) == .unknown)
        }
        #expect("\(LockFile.Owner.unknown)" == "another process")
        withExtendedLifetime(lock) {}
    }

    @Test("The text of a process that is gone is not told as the owner's")
    func gone() throws {
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        let text = try #require(folder.read("roost.db.lock"))
        try overwrite(text.replacing("process \(getpid())", with: "process \(Int32.max)"))
        #expect(try LockFile.owner(of: database) == .unknown)
        withExtendedLifetime(lock) {}
    }

    @Test("An owner on another machine is told with the machine's name")
    func elsewhere() throws {
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        try overwrite("process \(Int32.max)\ncommand serve\nhost far.example\nsince noon\n")
        let owner = try LockFile.owner(of: database)
        #expect(
            owner?.description == "`roost serve`, process \(Int32.max) on far.example since noon")
        withExtendedLifetime(lock) {}
    }

    @Test("A program that the owner starts doesn't inherit the lock")
    func child() throws {
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        let inherited = try openFilesOfChild()
        #expect(inherited.contains("\(folder.path)/list"))
        #expect(!inherited.contains("\(database).lock"))
        withExtendedLifetime(lock) {}
    }

    @Test("Two names of one database have one lock")
    func links() throws {
        try folder.write("", to: "roost.db")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/link.db", withDestinationPath: database)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/folder", withDestinationPath: folder.path)
        let lock = try LockFile(for: database, command: "serve", since: "noon")
        for name in ["link.db", "folder/roost.db", "./roost.db"] {
            #expect(try LockFile.owner(of: "\(folder.path)/\(name)") == owner("serve"))
        }
        withExtendedLifetime(lock) {}
    }

    @Test("A database that isn't there yet has the lock that it has later")
    func newDatabase() throws {
        let lock = try LockFile(for: database, command: "migrate", since: "noon")
        try folder.write("", to: "roost.db")
        #expect(try LockFile.owner(of: database) == owner("migrate"))
        withExtendedLifetime(lock) {}
    }

    @Test("Where no file can be made, the refusal says why")
    func noFolder() throws {
        let missing = "\(folder.path)/none/roost.db"
        #expect(
            refusal(missing)
                == "the database \(missing) can't be locked: "
                + "realpath \(folder.path)/none: No such file or directory")
        // Nobody may make a file there, not even root.
        let reason = try #require(refusal("/sys/roost.db"))
        #expect(
            reason.hasPrefix(
                "the database /sys/roost.db can't be locked: open /sys/roost.db.lock: "))
    }

    @Test("A link by the lock's name is not followed")
    func plantedLink() throws {
        try folder.write("precious", to: "other")
        try FileManager.default.createSymbolicLink(
            atPath: "\(database).lock", withDestinationPath: "\(folder.path)/other")
        #expect(refusal(database) != nil)
        #expect(folder.read("other") == "precious")
    }

    private func refusal(_ database: String) -> String? {
        do throws(LockFile.Refusal) {
            _ = try LockFile(for: database, command: "serve", since: "noon")
            return nil
        } catch {
            return error.description
        }
    }

    private func owner(_ command: String, since: String = "noon") -> LockFile.Owner {
        .process(
            getpid(), command: command, host: ProcessInfo.processInfo.hostName, since: since)
    }

    /// Writes into the file that is locked, as another process could.
    private func overwrite(_ text: String) throws {
        let file = try File(extending: "\(database).lock")
        try file.truncate(to: 0)
        try file.write(Array(text.utf8))
    }

    /// What a program that this process starts has open, as it lists that itself.
    private func openFilesOfChild() throws -> String {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let list = "\(folder.path)/list"
        posix_spawn_file_actions_addopen(&actions, 1, list, O_WRONLY | O_CREAT, 0o600)
        var words = [strdup("ls"), strdup("-l"), strdup("/proc/self/fd"), nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let result = posix_spawnp(&child, "ls", &actions, nil, &words, nil)
        guard result == 0 else { throw SystemError("posix_spawn", number: result) }
        waitpid(child, nil, 0)
        return folder.read("list") ?? ""
    }
}
