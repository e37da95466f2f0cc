import SQLite
import Web

extension Problem {
    /// What an error of the storage means to the client; nil for those that are faults of ours.
    package static func ofStorage(_ error: any Error) -> Problem? {
        switch error {
        case let unavailable as Unavailable: Problem(unavailable)
        case let error as SQLiteError: Problem(error)
        default: nil
        }
    }

    private init(_ unavailable: Unavailable) {
        switch unavailable {
        case .queueFull, .locked, .outOfMemory: self = .overloaded
        case .diskFull, .diskFailed, .closed: self = .readOnly
        }
    }

    private init?(_ error: SQLiteError) {
        guard error.kind == .interrupted else { return nil }
        self = .timeout
    }
}
