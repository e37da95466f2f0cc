import CSQLite

extension Connection {
    /// What a checkpoint came to.
    struct CheckpointOutcome {
        /// Whether nobody was in the way.
        let isFree: Bool
        /// How many frames the log has, and how many of them are in the database file; -1 when another process
        /// was at it.
        let frames: Int
        let moved: Int
    }

    /// Moves the log into the database file, as far as readers let it; some modes wait for those, so
    /// many milliseconds at most.
    func checkpoint(_ mode: Int32, patience: Int32) throws(SQLiteError) -> CheckpointOutcome {
        var (all, moved): (Int32, Int32) = (-1, -1)
        sqlite3_busy_timeout(handle, patience)
        let result = sqlite3_wal_checkpoint_v2(handle, "main", mode, &all, &moved)
        sqlite3_busy_timeout(handle, Connection.patience)
        guard result == SQLITE_OK || result & 0xFF == SQLITE_BUSY else {
            throw SQLiteError(result, of: handle)
        }
        return CheckpointOutcome(
            isFree: result == SQLITE_OK, frames: Int(all), moved: Int(moved))
    }
}
