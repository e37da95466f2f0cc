import Glibc

/// A folder, by its path.
package struct Folder: Equatable, Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// The folder that a file or another folder lies in.
    package init(of path: String) {
        let name = path.trimmingSlashes
        guard let slash = name.lastIndex(of: "/") else {
            self.init(name.isEmpty ? "/" : ".")
            return
        }
        let folder = String(name[..<slash]).trimmingSlashes
        self.init(folder.isEmpty ? "/" : folder)
    }

    /// Whether it is there, and is a folder.
    package var exists: Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether this process may make files in it. The first one may fail all the same, on a full disk.
    package var isWritable: Bool {
        exists && faccessat(AT_FDCWD, path, W_OK | X_OK, AT_EACCESS) == 0
    }

    /// The names of what is in it, sorted. Names that are no UTF-8 are left out: none of ours are so.
    package func names() throws(SystemError) -> [String] {
        guard let stream = opendir(path) else { throw SystemError("opendir", path: path) }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            if let name = Self.name(of: entry), name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw SystemError("readdir", path: path) }
        return names.sorted()
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
        withUnsafePointer(to: &entry.pointee.d_name) { name in
            String(validatingCString: UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
        }
    }

    /// Makes it where it is missing, for its owner only, and the folders above it too.
    ///
    /// Durable: it syncs the folder above each that it made, since that is where the name is written.
    package func make() throws(SystemError) {
        guard !exists else { return }
        let above = Folder(of: path)
        if above != self { try above.make() }
        guard mkdir(path, 0o700) == 0 || (errno == EEXIST && exists) else {
            throw SystemError("mkdir", path: path)
        }
        try above.sync()
    }

    /// Returns when the names in it are on the disk: those of files that were made, renamed or removed
    /// before. The `fsync` of a file is not enough for that (fsync(2), notes).
    package func sync() throws(SystemError) {
        guard let descriptor = Descriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else {
            throw SystemError("open", path: path)
        }
        // EINVAL: a file system that knows no such thing, as some over a network. It has to be durable
        // by itself.
        guard descriptor.repeating({ fsync($0) }) == 0 || errno == EINVAL else {
            throw SystemError("fsync", path: path)
        }
    }

    /// How many bytes of the disk this process may still fill.
    package func freeBytes() throws(SystemError) -> Int {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else { throw SystemError("statvfs", path: path) }
        let (bytes, isTooMany) = Int(clamping: facts.f_bavail)
            .multipliedReportingOverflow(by: Int(clamping: facts.f_frsize))
        return isTooMany ? .max : bytes
    }
}

extension String {
    fileprivate var trimmingSlashes: String {
        var text = Substring(self)
        while text.last == "/" { text.removeLast() }
        return String(text)
    }
}
