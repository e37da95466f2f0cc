import Glibc

/// An open file. Reads name their place, writes go to the end.
///
/// A file that must survive a power cut is written so: `File(creating:)` under a name of its own,
/// `write`, `sync`, and then `File.rename`, which is durable by itself. A cut leaves either nothing by
/// the final name or all of it.
///
/// **Never for a database that SQLite has open, nor its `-wal` and `-shm`.** When a process closes any
/// descriptor of a file, it loses all POSIX locks that it has on it, SQLite's among them, and two
/// connections may then write at once (sqlite.org/howtocorrupt.html, section 2.2). Copies of a
/// database are made by SQLite; only what nobody has open is read here.
package struct File: ~Copyable, Sendable {
    package let path: String
    private let descriptor: Descriptor

    private init(_ path: String, _ flags: Int32) throws(SystemError) {
        guard let descriptor = Descriptor(open(path, flags | O_CLOEXEC, 0o600)) else {
            throw SystemError("open", path: path)
        }
        self.path = path
        self.descriptor = descriptor
    }

    /// Opens a file that is there, to be read only.
    package init(reading path: String) throws(SystemError) {
        try self.init(path, O_RDONLY)
    }

    /// Makes a file that only its owner may read; fails when there is anything by that name.
    ///
    /// The name itself is not durable before `Folder.sync` or `File.rename`.
    package init(creating path: String) throws(SystemError) {
        try self.init(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND)
    }

    /// Opens a file that is there, to go on writing at its end.
    package init(extending path: String) throws(SystemError) {
        try self.init(path, O_RDWR | O_APPEND)
    }

    /// How many bytes it has.
    package func size() throws(SystemError) -> Int {
        var facts = stat()
        guard fstat(descriptor.number, &facts) == 0 else {
            throw SystemError("stat", path: path)
        }
        return Int(facts.st_size)
    }

    /// Bytes from a place: as many as asked for, fewer only where the file ends, none behind its end.
    package func read(at offset: Int, atMost count: Int) throws(SystemError) -> [UInt8] {
        guard let bytes = descriptor.bytes(at: offset, atMost: count) else {
            throw SystemError("read", path: path)
        }
        return bytes
    }

    /// Writes all of the bytes to the end. When it fails, a part of them may be there: `truncate`.
    package func write(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = descriptor.repeating { number in
                rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            }
            guard count >= 0 else { throw SystemError("write", path: path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Cuts the file off behind so many bytes. Durable after `sync`.
    package func truncate(to size: Int) throws(SystemError) {
        guard descriptor.repeating({ ftruncate($0, size) }) == 0 else {
            throw SystemError("truncate", path: path)
        }
    }

    /// Returns when the bytes and the length are on the disk, and survive a power cut.
    ///
    /// This is `fdatasync`: it leaves out the times only, which nobody needs. It doesn't make the
    /// file's name durable. After a failure nothing is known of what was written: the system may have
    /// dropped it and tell of success the next time. So a file whose `sync` failed is given up, not
    /// synced again.
    package func sync() throws(SystemError) {
        guard descriptor.repeating({ fdatasync($0) }) == 0 else {
            throw SystemError("fdatasync", path: path)
        }
    }
}
