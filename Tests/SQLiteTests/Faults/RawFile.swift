import CSQLite
import Glibc

@testable import trial

/// A file on a disk, asked as SQLite asks: by the methods of its VFS.
final class RawFile {
    private let file: UnsafeMutablePointer<sqlite3_file>
    /// The system's VFS goes on reading it, and the parameters behind it, of which there are none.
    private let path: sqlite3_filename?

    /// The name needs an extension: of a log without one SQLite looks for the database beside it.
    init(_ path: String, on disk: Disk, as kind: Int32 = SQLITE_OPEN_WAL) throws {
        guard let vfs = sqlite3_vfs_find(disk.name) else { throw DiskError(code: SQLITE_NOTFOUND) }
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: Int(vfs.pointee.szOsFile), alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: Int(vfs.pointee.szOsFile))
        file = memory.assumingMemoryBound(to: sqlite3_file.self)
        self.path = sqlite3_create_filename(path, "", "", 0, nil)
        let flags = kind | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let result = vfs.pointee.xOpen(vfs, self.path, file, flags, nil)
        guard result == SQLITE_OK else { throw DiskError(code: result) }
    }

    deinit {
        if file.pointee.pMethods != nil { _ = file.pointee.pMethods.pointee.xClose(file) }
        sqlite3_free_filename(path)
        UnsafeMutableRawPointer(file).deallocate()
    }

    private var methods: sqlite3_io_methods { file.pointee.pMethods.pointee }

    /// SQLite's code, as of everything here.
    @discardableResult
    func write(_ bytes: [UInt8], at offset: Int = 0) -> Int32 {
        bytes.withUnsafeBytes {
            methods.xWrite(file, $0.baseAddress, Int32($0.count), Int64(offset))
        }
    }

    /// A sector filled with one byte.
    @discardableResult
    func fill(_ sector: Int, with byte: UInt8) -> Int32 {
        write(Array(repeating: byte, count: 512), at: sector * 512)
    }

    @discardableResult
    func truncate(to size: Int) -> Int32 { methods.xTruncate(file, Int64(size)) }

    @discardableResult
    func sync() -> Int32 { methods.xSync(file, SQLITE_SYNC_NORMAL) }

    /// What stands at the file's start, zeros where it is shorter.
    func read(_ count: Int) -> (code: Int32, bytes: [UInt8]) {
        var bytes = [UInt8](repeating: 0, count: count)
        let code = bytes.withUnsafeMutableBytes {
            methods.xRead(file, $0.baseAddress, Int32($0.count), 0)
        }
        return (code, bytes)
    }

    /// Whether there is memory to share beside the file.
    func map() -> Int32 {
        var memory: UnsafeMutableRawPointer?
        let code = methods.xShmMap(file, 0, 32_768, 1, &memory)
        _ = methods.xShmUnmap(file, 1)
        return code
    }

    var size: Int {
        var size: Int64 = -1
        _ = methods.xFileSize(file, &size)
        return Int(size)
    }
}
