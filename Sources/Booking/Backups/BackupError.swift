/// Why there is no copy, or why one isn't used.
package enum BackupError: Error, Equatable {
    /// There is a file by that name, and nothing is written over.
    case taken(String)
    /// Another process writes it.
    case underWay(String, process: Int32)
    case noFolder(String)
    case notWritable(folder: String)
    case noRoom(folder: String, needed: Int, free: Int)
    /// The disk was filled while the copy was written.
    case full(folder: String)
    case noDatabase(String)
    /// A file can't be used as a database.
    case unsound(String, finding: String)
    case unreadableManifest(String)
    /// Nobody wants the copy any more: the server stops.
    case stopped
}

extension BackupError: CustomStringConvertible {
    /// A sentence for whoever runs the server.
    package var description: String {
        switch self {
        case .taken(let file):
            "\(file) is there already, and nothing is written over: choose another name"
        case .underWay(let file, let process):
            "process \(process) is writing \(file) already"
        case .noFolder(let folder):
            "there is no folder \(folder): make it, or choose another"
        case .notWritable(let folder):
            "this user may not write to \(folder)"
        case .noRoom(let folder, let needed, let free):
            "there is no room in \(folder): \(needed.megabytes) are needed, \(free.megabytes) are free"
        case .full(let folder):
            "the disk of \(folder) became full; nothing of the copy was left there"
        case .noDatabase(let file):
            "there is no database \(file)"
        case .unsound(let file, let finding):
            "\(file) can't be used: \(finding)"
        case .unreadableManifest(let file):
            "\(file) is no manifest that can be read; move it away to do without"
        case .stopped:
            "it was stopped"
        }
    }
}

extension Int {
    /// A number of bytes as people say it: more of it than less.
    fileprivate var megabytes: String { "\((self + 999_999) / 1_000_000) MB" }
}
