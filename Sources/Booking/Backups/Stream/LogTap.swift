import Posix
import SQLite
import Synchronization

/// Reads the write-ahead log while it is written, and misses nothing of it.
///
/// SQLite may begin the log anew, over what was there, only after all of it was moved into the database
/// file. Before that the writer calls `take`, so whatever this hasn't read lies there still. The writer
/// waits meanwhile: so bytes go into memory here, and to another disk later and elsewhere.
///
/// The log is opened by ordinary calls, which do it no harm: SQLite's locks are on the other two files
/// (https://www.sqlite.org/wal.html, "Files").
final class LogTap: Sendable {
    /// Who calls.
    enum Caller {
        /// The writer, who does nothing else meanwhile.
        case writer
        /// Somebody who asked how far the log is written a moment ago.
        case other
    }

    private struct State {
        var isOpen = false
        var header: LogHeader?
        /// Behind what was read last.
        var place = LogPlace(epoch: 0, bytes: 0)
        var pieces: [LogPiece] = []
        var bytes = 0
        var failure: BackupError?
    }

    /// About a hundred checkpoints' worth. Whoever takes the pieces away is too slow when there are more,
    /// and memory is for those who book.
    private static let mostBytes = 256 << 20
    private static let pieceSize = 4 << 20

    private let path: String
    private let state = Mutex(State())

    init(on database: String) {
        path = "\(database)-wal"
    }

    /// Begins to read, with all that the log holds.
    func open() {
        state.withLock { state in
            state = State()
            state.isOpen = true
        }
    }

    /// Reads no more, and forgets what was read.
    func close() {
        state.withLock { $0 = State() }
    }

    /// Reads up to the end of the last commit. It never throws: the writer has its own work, and who
    /// takes the pieces is told.
    func take(_ position: LogPosition, for caller: Caller) {
        state.withLock { state in
            guard state.isOpen, position.frames > 0 else { return }
            do throws(BackupError) {
                try read(position, for: caller, &state)
            } catch {
                state.isOpen = false
                state.failure = error
            }
        }
    }

    /// What was read since the last time; throws when there is nothing and won't be any more.
    func pieces() throws(BackupError) -> [LogPiece] {
        let (pieces, failure) = state.withLock { state in
            defer { (state.pieces, state.bytes) = ([], 0) }
            return (state.pieces, state.failure)
        }
        if let failure, pieces.isEmpty { throw failure }
        return pieces
    }

    /// How much waits to be taken away.
    var waitingBytes: Int { state.withLock { $0.bytes } }

    /// Up to where the log was read; nil when it isn't being read.
    var place: LogPlace? { state.withLock { $0.isOpen ? $0.place : nil } }

    // MARK: Reading

    private func read(
        _ position: LogPosition, for caller: Caller, _ state: inout State
    ) throws(BackupError) {
        do {
            let log = try File(reading: path)
            let start = try log.read(at: 0, atMost: LogHeader.size)
            guard let header = LogHeader(start) else { throw unreadable("it has no header") }
            // The log may have been begun anew since the other asked: then the writer will call, or
            // the other again.
            guard caller == .writer || header.saltNumber == position.salt else { return }
            let before = state
            try enter(header, &state)
            try read(log, to: position.bytes, header, &state)
            // A log that has no frame unread may be begun anew at any time, also just now: then what was
            // read is of both.
            let end = try log.read(at: 0, atMost: LogHeader.size)
            if LogHeader(end) != header { state = before }
        } catch {
            throw BackupError(error, writing: path)
        }
    }

    /// Another header than before is that of the next epoch.
    private func enter(_ header: LogHeader, _ state: inout State) throws(BackupError) {
        guard let known = state.header else {
            state.header = header
            return
        }
        guard known != header else { return }
        guard header.count == known.count &+ 1 else {
            throw unreadable("it was begun anew more than once")
        }
        state.header = header
        state.place = LogPlace(epoch: state.place.epoch + 1, bytes: 0)
    }

    private func read(
        _ log: borrowing File, to end: Int, _ header: LogHeader, _ state: inout State
    ) throws {
        let whole = LogTap.pieceSize / header.frameSize * header.frameSize
        while state.place.bytes < end {
            let start = state.place.bytes
            let size = min(end - start, start == 0 ? whole + LogHeader.size : whole)
            let bytes = try log.read(at: start, atMost: size)
            guard bytes.count == size else { throw unreadable("it is shorter than it was") }
            state.bytes += size
            guard state.bytes <= LogTap.mostBytes else {
                throw unreadable("it grows faster than it can be copied")
            }
            state.pieces.append(LogPiece(place: state.place, bytes: bytes))
            state.place.bytes += size
        }
    }

    private func unreadable(_ reason: String) -> BackupError {
        .failed(path, reason: reason)
    }
}
