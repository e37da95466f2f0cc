import Posix
import Synchronization
import Time
import Web

/// Has a running server make a backup each so often, on a thread of its own, and keeps the newest.
///
/// It goes by the names in its folder, so a restart neither skips a backup nor makes one twice. What
/// goes wrong is logged and counted, and tried again; the server goes on.
package final class BackupSchedule: Sendable {
    private struct State {
        var lock: FolderLock?
        var newest: Instant?
        var failed: Instant?
        var failures = 0
        /// How long the last one took.
        var time: Duration?
    }

    private let backup: Backup
    private let folder: BackupFolder
    private let recurrence: Recurrence
    private let kept: Int
    private let clock: Clock
    private let log: Log
    private let state = Mutex(State())
    private let isStopping = Atomic(false)
    private let thread = Mutex<RecurringThread?>(nil)

    /// The clock is looked at as often, since people set it.
    private static let longestWait = Duration.seconds(60)

    package init(
        _ backup: Backup, into folder: String, every interval: Duration, keeping kept: Int,
        clock: Clock = .system, log: Log
    ) {
        self.backup = backup
        self.folder = BackupFolder(folder)
        recurrence = Recurrence(interval: interval)
        self.kept = kept
        self.clock = clock
        self.log = log
    }

    /// From now on backups are made, when the database is open.
    package func start() throws {
        let thread = RecurringThread { [self] in turn() }
        try thread.start()
        self.thread.withLock { $0 = thread }
    }

    /// Gives up what is under way, and makes no more.
    package func stop() {
        isStopping.store(true, ordering: .relaxed)
        thread.withLock { $0.take() }?.stop()
        state.withLock { $0.lock = nil }
    }

    /// Makes a backup if one is due, and says how long nothing is to be done.
    func turn() -> Duration {
        let now = clock.now
        do {
            let newest = try find(now)
            let failed = state.withLock { $0.failed }
            let wait = recurrence.wait(now: now, done: newest, failed: failed)
            guard wait == .zero else { return min(wait, BackupSchedule.longestWait) }
            try makeBackup(ScheduledName(madeAt: now))
            return .zero
        } catch BackupError.stopped {
            return .zero
        } catch {
            return fail(error, at: now)
        }
    }

    /// When the newest backup was made that is in the folder.
    private func find(_ now: Instant) throws -> Instant? {
        try folder.folder.make()
        if state.withLock({ $0.lock == nil }) {
            let lock = try FolderLock(folder.folder, at: now)
            state.withLock { $0.lock = lock }
        }
        let newest = try folder.backups().last { $0.madeAt <= now }?.madeAt
        state.withLock { $0.newest = newest }
        return newest
    }

    private func makeBackup(_ name: ScheduledName) throws {
        let began = MonotonicClock.system.milliseconds
        let path = folder.path(of: name)
        let manifest = try backup.make(path) { [self] in !isStopping.load(ordering: .relaxed) }
        let time = Duration.milliseconds(MonotonicClock.system.milliseconds - began)
        state.withLock { state in
            state.newest = name.madeAt
            state.failed = nil
            state.time = time
        }
        log.info(
            "backup made",
            [
                "file": path, "bytes": "\(manifest.bytes)", "last_seq": "\(manifest.lastSeq)",
                "seconds": "\(time.seconds)",
            ])
        removeOld(but: name)
    }

    private func removeOld(but name: ScheduledName) {
        do {
            try folder.removeAll(butLast: kept, and: name)
        } catch {
            log.warning("old backups can't be removed", ["reason": "\(error)"])
        }
    }

    /// How long to wait before it is tried again.
    private func fail(_ error: any Error, at now: Instant) -> Duration {
        state.withLock { state in
            state.failed = now
            state.failures += 1
        }
        let again = recurrence.wait(now: now, done: nil, failed: now)
        log.error("no backup", ["reason": "\(error)", "again_in_seconds": "\(again.seconds)"])
        return again
    }

    package var metrics: [Metric] {
        [
            Metric(.gauge, "roost_backup_age_seconds", "How old the newest backup is.") { [self] in
                let age = state.withLock { $0.newest }.map { clock.now - $0 }
                return age.map { [Sample([], $0.seconds)] } ?? []
            },
            Metric(.gauge, "roost_backup_seconds", "How long the last backup took.") { [self] in
                state.withLock { $0.time }.map { [Sample([], $0.seconds)] } ?? []
            },
            .counter("roost_backup_failures_total", "Backups that could not be made.") { [self] in
                state.withLock { $0.failures }
            },
        ]
    }
}
