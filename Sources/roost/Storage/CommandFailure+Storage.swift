import Posix
import SQLite

extension CommandFailure {
    /// What is wrong with a database, in words for whoever runs the server.
    init(ofStorage error: any Error, _ path: String) {
        let line =
            switch error {
            case let failure as CommandFailure: failure.line
            case let error as SQLiteError: CommandFailure.line(error, path)
            case let error as SystemError: "the database \(path) can't be used: \(error)"
            default: "\(error)"
            }
        self.init(line: line)
    }

    private static func line(_ error: SQLiteError, _ path: String) -> String {
        switch error.kind {
        case .cannotOpen:
            "the database \(path) can't be opened; does its folder exist, and may this user write there?"
        case .readOnly:
            "the database \(path) can't be written to: its file, its folder or the disk is read-only"
        case .notADatabase:
            "\(path) is not a SQLite database, and is left as it is"
        case .corrupt:
            "the database \(path) is damaged (\(error)); restore a backup: roost restore FILE"
        case .full:
            "the disk of the database \(path) is full; nothing was changed"
        case .inputOutput:
            "the disk of the database \(path) failed, or is full (\(error)); nothing was changed"
        case .busy:
            "another program keeps the database \(path) locked; end it and try again"
        default:
            "the database \(path) can't be used: \(error)"
        }
    }
}
