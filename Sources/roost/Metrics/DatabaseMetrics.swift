import Booking
import SQLite
import Web

/// What the database and its journal count, for the metrics page.
struct DatabaseMetrics: Sendable {
    let database: Database
    let journal: Journal

    var metrics: [Metric] {
        let (database, watch) = (database, journal.watch)
        let statistics = database.statistics
        return [
            .gauge("roost_writes_waiting", "Writes in the queue.") {
                Double(database.waitingWrites)
            },
            .gauge("roost_writable", "Whether writes are taken: 1, or 0 when read-only.") {
                database.trouble == nil ? 1 : 0
            },
            times("roost_write_wait_seconds", "How long writes waited.", statistics.waits),
            Metric(
                .histogram, "roost_write_group_size", "How many writes a commit took along."
            ) { DatabaseMetrics.samples(statistics.groups, unit: 1) },
            times("roost_commit_seconds", "How long commits took.", statistics.commits),
            times(
                "roost_checkpoint_seconds", "How long moving the log into the file took.",
                statistics.checkpoints),
            .counter("roost_log_syncs_total", "How often the log was synced.") {
                statistics.syncCount
            },
            Metric(.counter, "roost_log_sync_seconds_total", "How long syncs took.") {
                [Sample([], Double(statistics.syncMicroseconds) / 1e6)]
            },
            .gauge("roost_journal_waiters", "Callers who wait for the next entry.") {
                Double(watch.count)
            },
            .gauge("roost_log_bytes", "The size of the log's part that is in use.") {
                Double(statistics.logBytes)
            },
        ]
    }

    private func times(_ name: String, _ help: String, _ buckets: Buckets) -> Metric {
        Metric(.histogram, name, help) { DatabaseMetrics.samples(buckets, unit: 1e6) }
    }

    private static func samples(_ buckets: Buckets, unit: Double) -> [Sample] {
        let (counts, sum) = buckets.values
        return Sample.histogram(
            [], bounds: buckets.bounds.map { Double($0) / unit }, counts: counts,
            sum: Double(sum) / unit)
    }
}
