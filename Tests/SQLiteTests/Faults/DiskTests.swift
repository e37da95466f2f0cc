import CSQLite
import Testing
import Workbench

@testable import trial

@Suite("A disk that fails as planned")
struct DiskTests {
    private let folder: TemporaryFolder
    private let disk: Disk
    private var path: String { "\(folder.path)/file.log" }

    init() throws {
        folder = try TemporaryFolder()
        disk = try Disk()
    }

    @Test("The nth operation fails, once")
    func once() throws {
        let file = try RawFile(path, on: disk)
        disk.plan(Fault(.sync, nth: 3))
        let codes = (1...5).map { _ in file.sync() }
        #expect(codes == [SQLITE_OK, SQLITE_OK, DiskError.sync.code, SQLITE_OK, SQLITE_OK])
        #expect(disk.failures == 1)
    }

    @Test("The nth and all after it fail, until the disk is healed")
    func fromThenOn() throws {
        let file = try RawFile(path, on: disk)
        disk.plan(Fault(.truncate, nth: 2, .fromThenOn))
        let codes = (1...3).map { _ in file.truncate(to: 0) }
        #expect(codes == [SQLITE_OK, DiskError.truncate.code, DiskError.truncate.code])
        disk.heal()
        #expect(file.truncate(to: 0) == SQLITE_OK)
        #expect(disk.failures == 2)
    }

    @Test("A write that fails changes nothing")
    func write() throws {
        let file = try RawFile(path, on: disk)
        disk.plan(Fault(.write))
        #expect(file.write([1, 2, 3, 4]) == DiskError.write.code)
        #expect(file.size == 0)
        #expect(file.write([1, 2, 3, 4]) == SQLITE_OK)
        #expect(file.read(4).bytes == [1, 2, 3, 4])
    }

    @Test("Of a write that is cut short one half lands")
    func shortWrite() throws {
        let file = try RawFile(path, on: disk)
        disk.plan(Fault(.write, code: SQLITE_FULL, landing: .half))
        #expect(file.write([1, 2, 3, 4]) == SQLITE_FULL)
        #expect(file.size == 2)
        #expect(file.read(4).bytes == [1, 2, 0, 0])
    }

    @Test("A full disk takes no growth, but what is there may be overwritten")
    func full() throws {
        let file = try RawFile(path, on: disk)
        file.write([1, 2])
        disk.plan(Fault(.grow, .fromThenOn))
        #expect(file.write([3, 4, 5]) == SQLITE_FULL)
        #expect(file.write([6, 7]) == SQLITE_OK)
        #expect(file.read(2).bytes == [6, 7])
        #expect(file.size == 2)
    }

    @Test("Opening, reading and mapping fail too")
    func others() throws {
        disk.plan(Fault(.open))
        #expect(throws: DiskError(code: SQLITE_CANTOPEN)) { try RawFile(path, on: disk) }
        let file = try RawFile(path, on: disk, as: SQLITE_OPEN_MAIN_DB)
        file.write([1])
        disk.plan(Fault(.read))
        #expect(file.read(1).code == DiskError.read.code)
        #expect(file.read(1).code == SQLITE_OK)
        disk.plan(Fault(.map))
        #expect(file.map() == DiskError.map.code)
        #expect(file.map() == SQLITE_OK)
    }

    @Test("A file that can't be deleted stays")
    func delete() throws {
        let vfs = try #require(sqlite3_vfs_find(disk.name))
        try folder.write("a", to: "file.log")
        disk.plan(Fault(.delete))
        #expect(vfs.pointee.xDelete(vfs, path, 0) == DiskError.delete.code)
        #expect(folder.read("file.log") == "a")
        #expect(vfs.pointee.xDelete(vfs, path, 0) == SQLITE_OK)
        #expect(folder.read("file.log") == nil)
    }

    @Test("A fault meets its kind of file only")
    func kinds() throws {
        let log = try RawFile(path, on: disk, as: SQLITE_OPEN_WAL)
        let database = try RawFile("\(folder.path)/other.log", on: disk, as: SQLITE_OPEN_MAIN_DB)
        disk.plan(Fault(.write, on: .database))
        #expect(log.write([1]) == SQLITE_OK)
        #expect(database.write([1]) == DiskError.write.code)
        #expect(disk.count(.write, on: .log) == 1)
        #expect(disk.count(.write, on: .database) == 1)
        #expect(disk.count(.write) == 2)
        #expect(disk.count(.grow) == 1)
    }

    @Test("Another disk doesn't fail")
    func apart() throws {
        let file = try RawFile(path, on: try Disk())
        disk.plan(Fault(.write, .fromThenOn))
        #expect(file.write([1]) == SQLITE_OK)
        #expect(disk.count(.write) == 0)
    }

    @Test("A disk that is gone is unknown to SQLite")
    func gone() throws {
        var other: Disk? = try Disk()
        let name = try #require(other?.name)
        #expect(sqlite3_vfs_find(name) != nil)
        other = nil
        #expect(sqlite3_vfs_find(name) == nil)
    }

    @Test("A disk with an open file stays")
    func open() throws {
        var other: Disk? = try Disk()
        let name = try #require(other?.name)
        let file = try RawFile(path, on: try #require(other))
        other = nil
        #expect(sqlite3_vfs_find(name) != nil)
        #expect(file.write([1]) == SQLITE_OK)
    }
}
