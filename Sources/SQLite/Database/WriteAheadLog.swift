import CSQLite

/// The write-ahead log as the writer's connection knows it: how long it is, and when it was emptied.
///
/// It is touched by the writer's thread alone.
final class WriteAheadLog {
    private let connection: Connection
    private let commits: CommitCount
    private let pageSize: Int
    /// How many frames the last commit left, as SQLite's hook tells.
    private var frames = 0
    /// Tells this use of the log from the last one; nil where it could not be read since it may have
    /// changed.
    private var salt: UInt64?
    /// Where the last checkpoint left off.
    private var framesAtCheckpoint = 0
    private var mayBeginAnew = true
    /// Whether that checkpoint left something behind, because of readers.
    private(set) var isBehind = false

    /// `commits` is told when what is committed is about to be visible.
    init(_ connection: Connection, _ commits: CommitCount) throws {
        self.connection = connection
        self.commits = commits
        pageSize = try connection.read { reader in
            // The log is opened by the first look into the file.
            _ = try reader.count("select count(*) from sqlite_schema")
            return try reader.count("pragma page_size")
        }
        try keep()
        sqlite3_wal_hook(
            connection.handle,
            { log, _, _, frames in
                guard let log else { return SQLITE_OK }
                Unmanaged<WriteAheadLog>.fromOpaque(log).takeUnretainedValue().noted(frames)
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        sqlite3_wal_hook(connection.handle, nil, nil)
        csqlite_when_synced(connection.handle, nil, nil)
    }

    private func keep() throws(SQLiteError) {
        var result = csqlite_keep_log(connection.handle)
        if result == SQLITE_OK {
            result = csqlite_when_synced(
                connection.handle,
                { commits in
                    guard let commits else { return }
                    Unmanaged<CommitCount>.fromOpaque(commits).takeUnretainedValue().mayShow()
                }, Unmanaged.passUnretained(commits).toOpaque())
        }
        guard result == SQLITE_OK else { throw SQLiteError(result, of: connection.handle) }
    }

    /// After each commit. From a checkpoint on, any commit may be the one that begins the log anew, as
    /// soon as no reader is in its way; the salt tells.
    private func noted(_ frames: Int32) {
        self.frames = Int(frames)
        guard mayBeginAnew else { return }
        let now = savedSalt
        guard now != salt else { return }
        (salt, framesAtCheckpoint) = (now, 0)
        mayBeginAnew = now == nil
    }

    private var savedSalt: UInt64? {
        var salt: UInt64 = 0
        return csqlite_log_salt(connection.handle, &salt) == SQLITE_OK ? salt : nil
    }

    var position: LogPosition {
        LogPosition(salt: salt ?? 0, frames: frames, pageSize: pageSize)
    }

    /// How many frames were written since the last checkpoint began.
    var newFrames: Int { frames - framesAtCheckpoint }

    /// How often the log was synced, and for how long.
    var syncTimes: (count: Int, microseconds: Int) {
        let syncs = csqlite_syncs_so_far(connection.handle)
        return (Int(syncs.count), Int(syncs.nanoseconds / 1_000))
    }

    /// Moves the log into the database file, as far as readers let it; some modes wait for those, so
    /// many milliseconds at most. Says whether nobody was in the way.
    @discardableResult
    func checkpoint(
        _ mode: Int32, patience: Int32 = Connection.patience
    ) throws(SQLiteError) -> Bool {
        framesAtCheckpoint = frames
        mayBeginAnew = true
        let outcome = try connection.checkpoint(mode, patience: patience)
        // Neither number is told when another process is at it.
        guard outcome.frames >= 0 else { return false }
        isBehind = outcome.moved < outcome.frames
        (frames, framesAtCheckpoint) = (outcome.frames, outcome.frames)
        salt = savedSalt
        return outcome.isFree
    }

    /// Another thread begins to move what there is by now. The log can't begin anew until it is done.
    func beginMove() {
        framesAtCheckpoint = frames
    }

    /// It has moved so much of it.
    func endMove(_ moved: Int) {
        isBehind = moved < framesAtCheckpoint
        mayBeginAnew = true
    }

    /// Takes away what a commit has left that failed: its frames may be whole, and then the next start
    /// would find a change that was refused. When the disk refuses this too, nothing more can be done.
    func cutFailedCommit() {
        // Who can't read the log, or could not when it may have begun anew, can't tell what in it counts.
        guard salt != nil || frames == 0, let now = savedSalt else { return }
        // A commit that began the log anew left nothing in it that counts.
        if now != salt { (salt, frames, framesAtCheckpoint) = (now, 0, 0) }
        _ = csqlite_cut_log(connection.handle, Int64(position.bytes))
    }
}
