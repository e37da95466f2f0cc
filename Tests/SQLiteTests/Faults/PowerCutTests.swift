import CSQLite
import Foundation
import Testing
import Workbench

@testable import trial

@Suite("A power cut")
struct PowerCutTests {
    private let folder: TemporaryFolder
    private let disk: Disk
    private var path: String { "\(folder.path)/file.log" }

    init() throws {
        folder = try TemporaryFolder()
        disk = try Disk(.remembering)
    }

    @Test("What was synced is there whatever happens")
    func synced() throws {
        let file = try RawFile(path, on: disk)
        file.fill(0, with: 1)
        file.sync()
        #expect(try outcomes() == [[1]])
    }

    @Test("What was not synced is there, or what was there before")
    func overwritten() throws {
        let file = try RawFile(path, on: disk)
        file.fill(0, with: 1)
        file.sync()
        file.fill(0, with: 2)
        file.fill(0, with: 3)
        #expect(try outcomes() == [[1], [2], [3]])
    }

    @Test("A write tears between sectors")
    func torn() throws {
        let file = try RawFile(path, on: disk)
        file.write(Array(repeating: 1, count: 1_024))
        file.sync()
        file.write(Array(repeating: 2, count: 1_024))
        #expect(try outcomes() == [[1, 1], [1, 2], [2, 1], [2, 2]])
    }

    @Test("A write leaves alone what stands beside it in a sector")
    func neighbours() throws {
        let file = try RawFile(path, on: disk)
        file.write([1, 2, 3, 4])
        file.sync()
        file.write([9], at: 2)
        #expect(try images() == [[1, 2, 3, 4], [1, 2, 9, 4]])
    }

    @Test("A file that grew may be short, or long with nothing in it")
    func grown() throws {
        let file = try RawFile(path, on: disk)
        file.fill(0, with: 1)
        file.sync()
        file.fill(1, with: 2)
        #expect(try outcomes() == [[1], [1, 0], [1, 2]])
    }

    @Test("A file that was cut may be whole again")
    func truncated() throws {
        let file = try RawFile(path, on: disk)
        file.fill(0, with: 1)
        file.fill(1, with: 2)
        file.sync()
        file.truncate(to: 512)
        #expect(try outcomes() == [[1], [1, 2]])
        file.sync()
        #expect(try outcomes() == [[1]])
    }

    @Test("A new file that was never synced may be missing")
    func new() throws {
        let file = try RawFile(path, on: disk)
        file.fill(0, with: 1)
        #expect(try outcomes() == [nil, [], [0], [1]])
        file.sync()
        #expect(try outcomes() == [[1]])
    }

    @Test("A deleted file may be back, unless its folder was synced")
    func deleted() throws {
        let vfs = try #require(sqlite3_vfs_find(disk.name))
        var file: RawFile? = try RawFile(path, on: disk)
        file?.fill(0, with: 1)
        file?.sync()
        file = nil
        _ = vfs.pointee.xDelete(vfs, path, 0)
        #expect(try outcomes() == [nil, [1]])
        file = try RawFile("\(folder.path)/other.log", on: disk)
        file?.sync()
        #expect(try outcomes() == [nil])
    }

    @Test("A file made anew has nothing of the one that was deleted")
    func anew() throws {
        let vfs = try #require(sqlite3_vfs_find(disk.name))
        let old = try RawFile(path, on: disk)
        old.fill(0, with: 1)
        old.sync()
        _ = vfs.pointee.xDelete(vfs, path, 1)
        let new = try RawFile(path, on: disk)
        new.fill(0, with: 2)
        new.sync()
        old.fill(0, with: 3)
        #expect(try outcomes() == [[2]])
    }

    @Test("After a sync that failed the next one saves only what is written again")
    func givenUp() throws {
        let file = try RawFile(path, on: disk)
        file.write(Array(repeating: 1, count: 1_024))
        file.sync()
        file.write(Array(repeating: 2, count: 1_024))
        disk.plan(Fault(.sync))
        #expect(file.sync() == DiskError.sync.code)
        file.fill(0, with: 3)
        #expect(file.sync() == SQLITE_OK)
        #expect(try outcomes() == [[3, 1], [3, 2]])
    }

    @Test("What was there before the disk is safe")
    func before() throws {
        try folder.write("abc", to: "file.log")
        let file = try RawFile(path, on: disk)
        #expect(try images() == [Array("abc".utf8)])
        file.write([1], at: 1)
        #expect(try images() == [Array("abc".utf8), [97, 1, 99]])
    }

    @Test("The same seed leaves the same")
    func seeded() throws {
        let file = try RawFile(path, on: disk)
        file.sync()
        for sector in 0..<100 { file.fill(sector, with: 1) }
        let first = try (0..<20).map { try image(seed: $0) }
        #expect(try (0..<20).map { try image(seed: $0) } == first)
        #expect(Set(first).count > 10)
    }

    @Test("A disk that forgets can't tell")
    func forgetful() throws {
        #expect(throws: DiskError(code: SQLITE_MISUSE)) {
            try Disk().writeImage(to: folder.path, seed: 1)
        }
    }

    /// What the file's sectors hold, each by its first byte, over many cuts.
    private func outcomes() throws -> Set<[UInt8]?> {
        Set(
            try images().map { bytes in
                bytes.map { bytes in stride(from: 0, to: bytes.count, by: 512).map { bytes[$0] } }
            })
    }

    /// What the file holds, over many cuts; nil where it is missing.
    private func images() throws -> Set<[UInt8]?> {
        Set(try (0..<400).map { try image(seed: $0) })
    }

    private func image(seed: UInt64) throws -> [UInt8]? {
        let after = try ScratchFolder(.memory)
        try disk.writeImage(to: after.path, seed: seed)
        return FileManager.default.contents(atPath: "\(after.path)/file.log").map { Array($0) }
    }
}
