import Glibc

extension Folder {
    /// Removes files that are in it. Durable, with one sync for all of them: thousands would take
    /// minutes else.
    package func remove(_ names: [String]) throws(SystemError) {
        for name in names {
            let path = "\(path)/\(name)"
            guard unlink(path) == 0 || errno == ENOENT else {
                throw SystemError("remove", path: path)
            }
        }
        try sync()
    }

    /// Removes the folder with the files in it. One that holds folders is refused, when its files are
    /// gone.
    package func removeWithFiles() throws(SystemError) {
        try remove(names())
        guard rmdir(path) == 0 else { throw SystemError("rmdir", path: path) }
        try Folder(of: path).sync()
    }
}
