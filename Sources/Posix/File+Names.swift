import Glibc

// What is done with a file's name. None of it opens the file, so databases may be named here.

extension File {
    /// Whether there is anything by this name, be it a link that leads nowhere.
    package static func exists(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0
    }

    /// Whether it is a plain file, or a link that leads to one: reading a pipe may wait for ever, and
    /// reading a device may never end.
    package static func isPlain(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    }

    /// What a link leads to in the end; any other path as it is, and a link to nowhere too.
    ///
    /// SQLite lays its other files beside what a link leads to, so who looks for them, or gives the file
    /// another name, has to do without the link.
    package static func target(of path: String) -> String {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK,
            let text = realpath(path, nil)
        else { return path }
        defer { free(text) }
        return String(cString: text)
    }

    /// How many bytes a file has.
    package static func size(of path: String) throws(SystemError) -> Int {
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw SystemError("stat", path: path) }
        return Int(facts.st_size)
    }

    /// Gives a file another name, in the place of what had it before. At every moment there is either
    /// the one or the other by that name.
    ///
    /// Durable: it syncs both folders, as the entries of a folder are written when the folder is. What
    /// is in the file must have been synced before: else a power cut may leave the name with nothing
    /// behind it.
    package static func rename(_ path: String, to other: String) throws(SystemError) {
        guard Glibc.rename(path, other) == 0 else {
            throw SystemError("rename", path: "\(path) to \(other)")
        }
        let folder = Folder(of: path)
        let target = Folder(of: other)
        try target.sync()
        if folder != target { try folder.sync() }
    }

    /// Removes a file; fails when there is none.
    ///
    /// Durable: it syncs the folder, so that the file doesn't come back with a power cut.
    package static func remove(_ path: String) throws(SystemError) {
        guard unlink(path) == 0 else { throw SystemError("remove", path: path) }
        try Folder(of: path).sync()
    }
}
