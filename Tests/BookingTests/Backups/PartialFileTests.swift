import Foundation
@preconcurrency import Glibc
import Posix
import Testing
import Workbench

@testable import Booking

@Suite("A file on its way")
struct PartialFileTests {
    private let folder: TemporaryFolder
    private var target: String { "\(folder.path)/copy.db" }
    /// A number that no process has: the kernel gives none above 4,194,304.
    private let gone = 2_000_000_000
    /// The first process lives as long as the machine.
    private let alive = 1

    init() throws {
        folder = try TemporaryFolder()
    }

    private var names: [String] {
        get throws { try Folder(folder.path).names() }
    }

    @Test("Has its name only when it is published")
    func published() throws {
        let file = try PartialFile(for: target)
        try file.write(Array("whole".utf8))
        try file.sync()
        #expect(try names.map { $0.hasPrefix("copy.db.partial-") } == [true])
        try file.publish()
        #expect(try names == ["copy.db"])
        #expect(folder.read("copy.db") == "whole")
    }

    @Test("Is gone with what SQLite put beside it, when it isn't published")
    func unpublished() throws {
        do {
            let file = try PartialFile(for: target)
            try folder.write("log", to: "\(try #require(file.path.split(separator: "/").last))-wal")
        }
        #expect(try names == [])
    }

    @Test("Takes no name that somebody has taken meanwhile")
    func takenMeanwhile() throws {
        let file = try PartialFile(for: target)
        try folder.write("theirs", to: "copy.db")
        #expect(throws: BackupError.taken(target)) { try file.publish() }
        #expect(folder.read("copy.db") == "theirs")
    }

    @Test("A process that has ended is gone, also while its parent hasn't noticed")
    func zombie() throws {
        var child: pid_t = 0
        let words = [strdup("true"), nil]
        defer { free(words[0]) }
        #expect(posix_spawnp(&child, "true", nil, nil, words, environ) == 0)
        // Waits for its end, and leaves it unnoticed.
        var info = siginfo_t()
        #expect(waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT) == 0)
        defer { waitpid(child, nil, 0) }
        try folder.write("", to: "copy.db.partial-\(child)")
        let file = try PartialFile(for: target)
        try file.publish()
        #expect(try names.contains("copy.db"))
    }

    @Test("Is refused while another process is on the way to the same name")
    func twice() throws {
        try folder.write("", to: "copy.db.partial-\(alive)")
        #expect(throws: BackupError.underWay(target, process: Int32(alive))) {
            _ = try PartialFile(for: target)
        }
        #expect(try names == ["copy.db.partial-\(alive)"])
    }

    @Test("Is removed when its process is gone, and by nobody before")
    func abandoned() throws {
        let mine = try PartialFile(for: target)
        let own = try #require(mine.path.split(separator: "/").last)
        try folder.write("", to: "a.db.partial-\(gone)")
        try folder.write("", to: "a.db.partial-\(gone)-wal")
        try folder.write("", to: "b.db.partial-\(alive)")
        // What a process of the same number has left, before this one was started.
        try folder.write("", to: "c.db.partial-\(ProcessInfo.processInfo.processIdentifier)")
        try folder.write("", to: "d.db.partial-")
        try folder.write("", to: "partial-\(gone)")
        try PartialFile.removeAbandoned(in: Folder(folder.path))
        let kept = ["b.db.partial-\(alive)", String(own), "d.db.partial-", "partial-\(gone)"]
        #expect(try Set(names) == Set(kept))
    }

    @Test("Tells by its name what it will be and who writes it")
    func name() throws {
        let name = try #require(PartialName("a.partial-1.db.partial-4711-shm"))
        #expect(name.target == "a.partial-1.db")
        #expect(name.file == "a.partial-1.db.partial-4711")
        #expect(name.process == 4_711)
    }

    @Test(
        "Other names are others'",
        arguments: [
            "a.db", ".partial-1", "a.partial-", "a.partial-x", "a.partial-0", "a.partial-1x",
            "a.partial-1-wal2", "a.partial-99999999999",
        ])
    func others(name: String) {
        #expect(PartialName(name) == nil)
    }
}
