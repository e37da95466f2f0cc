/// What was measured of one run.
struct CommitFigures: Sendable, CustomStringConvertible {
    let groupSize: Int
    let writes: Int
    let seconds: Double
    let commits: Int
    let logSyncs: Int
    let syncSeconds: Double
    let checkpoints: Int
    let checkpointSeconds: Double
    let longestLog: Int
    let reads: Int

    /// Writes a second.
    var pace: Double { Double(writes) / seconds }

    var description: String {
        let group = Double(writes * 10 / max(1, commits)) / 10
        return "size=\(groupSize) pace=\(Int(pace))/s group=\(group) commits=\(commits) "
            + "log_syncs=\(logSyncs) (\(Int(syncSeconds * 1_000)) ms) checkpoints=\(checkpoints) "
            + "(\(Int(checkpointSeconds * 1_000)) ms) longest_log=\(longestLog >> 10)KiB "
            + "reads=\(reads)"
    }
}
