/// Why the database doesn't take a write now. The client may try again.
package enum Unavailable: Error, Equatable, Sendable {
    /// Too many writes wait already, or too many reads aside.
    case queueFull
    /// The disk has no space: it is looked at again every few seconds.
    case diskFull
    /// A system call on the database's files failed, so nobody knows what is on the disk: until the server
    /// is started anew, nothing is written. The words are SQLite's.
    case diskFailed(String)
    /// SQLite found no memory; the next write may.
    case outOfMemory
    /// Another process keeps the database locked.
    case locked
    case closed
}

extension Unavailable {
    /// What an error says of the disk.
    init(_ error: any Error) {
        guard let error = error as? SQLiteError else {
            self = .diskFailed("\(error)")
            return
        }
        switch error.kind {
        case .full: self = .diskFull
        case .memory: self = .outOfMemory
        case .busy: self = .locked
        default: self = .diskFailed(error.description)
        }
    }

    /// Whether the next write would fail for the same reason.
    var lasts: Bool {
        switch self {
        case .diskFull, .diskFailed: true
        case .queueFull, .outOfMemory, .locked, .closed: false
        }
    }
}
