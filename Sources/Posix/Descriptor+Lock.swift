import Glibc

extension Descriptor {
    /// `F_OFD_GETLK` and `F_OFD_SETLK` of asm-generic/fcntl.h, which Swift's Glibc lacks.
    private static let askForLock: Int32 = 36
    private static let setLock: Int32 = 37

    /// Opens a file to lock it. A link by its name is refused: it may lead to a file of somebody else.
    init(locking path: String, _ flags: Int32) throws(SystemError) {
        let number = open(path, flags | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard let descriptor = Descriptor(number) else { throw SystemError("open", path: path) }
        self = descriptor
    }

    /// Locks the file for this descriptor alone; says whether nobody else had it.
    func lock() throws(SystemError) -> Bool {
        var lock = Self.wholeFile(F_WRLCK)
        guard repeating({ fcntl($0, Self.setLock, &lock) }) == -1 else { return true }
        guard errno == EAGAIN || errno == EACCES else { throw SystemError("lock") }
        return false
    }

    /// Gives the lock back, whoever else has a copy of this descriptor.
    func unlock() {
        var lock = Self.wholeFile(F_UNLCK)
        _ = repeating { fcntl($0, Self.setLock, &lock) }
    }

    /// Whether somebody has locked the file through another descriptor.
    func isLocked() throws(SystemError) -> Bool {
        var lock = Self.wholeFile(F_WRLCK)
        guard repeating({ fcntl($0, Self.askForLock, &lock) }) == 0 else {
            throw SystemError("lock")
        }
        return lock.l_type != Int16(F_UNLCK)
    }

    /// All of it, however long it gets. The kernel wants a zero where the process would stand.
    private static func wholeFile(_ type: Int32) -> flock {
        flock(l_type: Int16(type), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
    }
}
