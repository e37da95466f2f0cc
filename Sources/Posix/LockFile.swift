import Glibc

/// The right to use a database, which one process has at a time: a lock on the file `<database>.lock`.
///
/// Take it before SQLite opens the database, and keep it as long as the process works with it. The
/// kernel holds the lock, not the file: it ends with the process, however that ends, so nothing has to
/// be cleaned up after a crash. Nor is the file ever removed: who removes it may remove what a third
/// process has just locked, and a fourth would make another beside it.
///
/// It is a file of its own, since a descriptor of the database itself would drop SQLite's locks when
/// closed (see `File`). It is an "open file description" lock (fcntl(2)): it belongs to what `open`
/// gave, not to the process, so other descriptors of the file do it no harm, and one may ask who has
/// it without taking it. Programs that this one starts don't inherit it (`O_CLOEXEC`).
package struct LockFile: ~Copyable, Sendable {
    private let descriptor: Descriptor

    /// Takes the lock, or tells who has it. Never waits.
    ///
    /// The file says who that is, for people and for the refusal of the next one. This is a courtesy:
    /// a disk without room for it is no reason to refuse.
    ///
    /// - Parameters:
    ///   - command: What this process does with the database: `serve`, `migrate`.
    ///   - since: The time now, as a person is to read it.
    package init(for database: String, command: String, since: String) throws(Refusal) {
        let descriptor = try Self.refusing(database) { () throws(SystemError) in
            try Descriptor(locking: Self.path(for: database), O_RDWR | O_CREAT)
        }
        let isFree = try Self.refusing(database) { () throws(SystemError) in
            try descriptor.lock()
        }
        guard isFree else { throw .inUse(database: database, by: Owner(in: descriptor)) }
        Owner.thisProcess(command: command, since: since).write(to: descriptor)
        self.descriptor = descriptor
    }

    deinit {
        // Before the lock is given back: behind it, the text could be another's. It is given back by
        // itself, as a program that is just being started may still have the descriptor, too.
        ftruncate(descriptor.number, 0)
        descriptor.unlock()
    }

    /// Who has the lock of a database now, `nil` when nobody has. Takes nothing, and hinders nobody.
    package static func owner(of database: String) throws(SystemError) -> Owner? {
        do throws(SystemError) {
            let descriptor = try Descriptor(locking: path(for: database), O_RDONLY)
            return try descriptor.isLocked() ? Owner(in: descriptor) : nil
        } catch  where error.isMissing {
            return nil
        }
    }

    private static func refusing<Result: ~Copyable>(
        _ database: String, _ body: () throws(SystemError) -> Result
    ) throws(Refusal) -> Result {
        do throws(SystemError) {
            return try body()
        } catch {
            throw .failed(database: database, error)
        }
    }

    /// The file beside the database's own, as symbolic links lead there. Hard links are not seen: SQLite
    /// itself must not open a file by two of them (https://www.sqlite.org/howtocorrupt.html section 2.4).
    private static func path(for database: String) throws(SystemError) -> String {
        if File.exists(database) { return try realPath(of: database) + ".lock" }
        let folder = try realPath(of: Folder(of: database).path)
        let name = database.split(separator: "/").last ?? ""
        return "\(folder)/\(name).lock"
    }

    private static func realPath(of path: String) throws(SystemError) -> String {
        guard let text = realpath(path, nil) else { throw SystemError("realpath", path: path) }
        defer { free(text) }
        return String(cString: text)
    }
}
