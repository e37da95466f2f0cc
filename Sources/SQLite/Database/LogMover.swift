import CSQLite
import Posix

/// Moves the log into the database file while the writer goes on.
///
/// SQLite before 3.51.3 can corrupt a file when the log begins anew while a checkpoint starts
/// (https://www.sqlite.org/wal.html, "The WAL-Reset Bug"). Here it can't: before the checkpoint starts, and until the
/// writer knows that it is done, a reader stays where the log ended, and the log never begins anew while a reader needs
/// it. That reader is also why nothing is moved that came later. And nobody else makes a checkpoint meanwhile: the
/// writer, who is the only one who does, asks here first.
///
/// `@unchecked`: `state` is touched within the monitor, `thread` and `reader` by the writer alone, and `mover` by this
/// thread alone, but for its beginning and its end.
final class LogMover: @unchecked Sendable {
    private enum State {
        case idle
        case moving
        case moved(Result<Int, SQLiteError>)
        case ended
    }

    private let mover: Connection
    private let reader: Connection
    private let monitor = Monitor()
    private var state = State.idle
    private var thread: OwnThread?

    init(_ path: String, vfs: String?) throws {
        mover = try Connection(path, .readWrite, vfs: vfs)
        reader = try Connection(path, .readOnly, vfs: vfs)
        thread = try OwnThread(priority: .background) { [self] in run() }
    }

    // MARK: For the writer

    /// Begins to move what is committed. The log is not empty, and some of it is not moved yet: otherwise the reader
    /// would not need it.
    func begin() throws(SQLiteError) {
        try reader.control(.begin)
        do {
            // It sees the state of its first look.
            _ = try reader.rows("select 1 from sqlite_schema limit 1").goOn()
        } catch {
            reader.rollBack()
            throw error
        }
        monitor.locked {
            state = .moving
            monitor.tell()
        }
    }

    /// Whether a move was begun that the writer doesn't know the outcome of.
    var isAtWork: Bool {
        monitor.locked { if case .idle = state { false } else { true } }
    }

    /// Whether there is an outcome that the writer doesn't know.
    var isDone: Bool {
        monitor.locked { if case .moved = state { true } else { false } }
    }

    /// How many frames of the log are in the database file, as soon as the move is done; nil when nothing was begun.
    func end() -> Result<Int, SQLiteError>? {
        monitor.locked {
            while case .moving = state { monitor.wait() }
            guard case .moved(let result) = state else { return nil }
            state = .idle
            reader.rollBack()
            return result
        }
    }

    /// The last call, when nothing is moved.
    func close() {
        monitor.locked {
            state = .ended
            monitor.tell()
        }
        thread?.join()
        thread = nil
    }

    // MARK: The thread

    private func run() {
        while isWanted() {
            let result = Result { () throws(SQLiteError) in
                try mover.checkpoint(SQLITE_CHECKPOINT_PASSIVE, patience: 0).moved
            }
            monitor.locked {
                state = .moved(result)
                monitor.tell()
            }
        }
    }

    /// Waits until something is to be moved; false when nothing will be any more.
    private func isWanted() -> Bool {
        monitor.locked {
            while true {
                switch state {
                case .moving: return true
                case .ended: return false
                case .idle, .moved: monitor.wait()
                }
            }
        }
    }
}
