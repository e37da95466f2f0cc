import Glibc

extension File {
    /// Gives a file a second name, unless there is something by it. What the first name leads to may then
    /// be replaced, and the second still has what was there.
    ///
    /// Durable: it syncs the folder. Some file systems know no second names: `isUnsupported`.
    package static func link(_ path: String, as other: String) throws(SystemError) {
        guard Glibc.link(path, other) == 0 else {
            throw SystemError("link", path: "\(path) as \(other)")
        }
        try Folder(of: other).sync()
    }
}

extension SystemError {
    /// Whether the file system doesn't know how to do such a thing.
    package var isUnsupported: Bool {
        [EPERM, EOPNOTSUPP, ENOSYS, EMLINK, EINVAL].contains(number)
    }

    /// Whether the disk has no room, or this user has no right to more of it.
    package var isOfSpace: Bool {
        number == ENOSPC || number == EDQUOT
    }
}
