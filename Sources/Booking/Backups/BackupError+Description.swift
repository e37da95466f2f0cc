extension BackupError: CustomStringConvertible {
    /// A sentence for whoever runs the server, with what to do where that isn't plain.
    package var description: String {
        switch self {
        case .taken(let file):
            "\(file) is there already, and nothing is written over it: choose another name"
        case .underWay(let file, let process): "process \(process) is writing \(file) already"
        case .noFolder(let folder): "there is no folder \(folder): make it, or choose another"
        case .notWritable(let folder):
            "this user may not write to \(folder): choose another folder, or give it the right to"
        case .noRoom(let folder, let needed, let free):
            "there is no room in \(folder): \(needed.asSize) are needed, \(free.asSize) are free"
        case .full(let folder):
            "the disk of \(folder) became full; what was written there has been taken away again"
        case .sharedFolder(let folder, let owner):
            "\(folder) has the copies of \(owner): each server needs a folder of its own"
        case .noDatabase(let file): "there is no database \(file)"
        case .noSource(let path): "there is no \(path)"
        case .inUse(let file, let owner): "\(file) is in use by \(owner)"
        case .unsound(let file, let finding): "\(file) can't be used: \(finding)"
        case .unreadableManifest(let file):
            "\(file) can't be read as a manifest; move it away to do without"
        case .changed(let file):
            "\(file) is not what its manifest says: it has been changed or damaged since"
        case .nothingWhole(let folder, let findings):
            (["\(folder) has no whole copy"] + findings).joined(separator: "; ")
        case .stopped: "it was stopped"
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }
}

extension Int {
    /// A number of bytes as people say it.
    fileprivate var asSize: String {
        self < 10_000_000 ? "\(self / 1_000) kB" : "\(self / 1_000_000) MB"
    }
}
