import Posix
import SQLite
import Synchronization
import Time
import Web

/// Copies every change of a running server to another folder, a few seconds behind: the write-ahead log
/// as it grows, and the whole database now and then, to begin with.
///
/// What goes wrong with that folder is logged and counted, and the server goes on: a new generation
/// begins when the folder works again.
package final class LogStream: Sendable {
    private struct State {
        var lock: FolderLock?
        var shipment: Shipment?
        /// Up to where the log has been shipped.
        var place = LogPlace(epoch: 0, bytes: 0)
        /// Up to when everything that was committed has been shipped.
        var shippedAt: Instant?
        var base: Instant?
        var baseFailed: Instant?
        var failures = 0
        var bytes = 0
    }

    private let database: Database
    private let tap: LogTap
    private let backup: Backup
    private let folder: StreamFolder
    private let bases: Recurrence
    private let clock: Clock
    private let log: Log
    private let state = Mutex(State())
    /// Is held by who ships.
    private let shipping = Mutex(())
    private let isStopping = Atomic(false)
    private let threads = Mutex<(shipping: RecurringThread, copying: RecurringThread)?>(nil)

    /// Half of what may be lost at most: the rest is for writing it.
    static let pause = Duration.seconds(4)
    /// How soon it is tried again with a folder that failed.
    private static let retryPause = Duration.seconds(30)
    /// So much is shipped at once, even within the pause.
    private static let mostWaitingBytes = 8 << 20
    /// The newest copies whose log is kept.
    private static let keptBases = 2

    /// `backup` copies the same database.
    package init(
        of database: Database, _ backup: Backup, to folder: String,
        copyingEvery interval: Duration, clock: Clock = .system, log: Log
    ) {
        self.database = database
        self.backup = backup
        self.folder = StreamFolder(folder)
        bases = Recurrence(interval: interval, retryPause: LogStream.retryPause)
        self.clock = clock
        self.log = log
        tap = LogTap(on: database.path)
    }

    /// From now on changes are shipped. The database is open.
    package func start() throws {
        let shipping = RecurringThread { [self] in shipTurn() }
        let copying = RecurringThread { [self] in copyTurn() }
        listen { shipping.wake() }
        try shipping.start()
        try copying.start()
        threads.withLock { $0 = (shipping, copying) }
    }

    /// Reads what the writer is about to overwrite, and tells when much of it waits. `start` does so;
    /// trials take the turns by themselves.
    package func listen(_ tellMuch: @escaping @Sendable () -> Void = {}) {
        database.beforeCheckpoints { [tap] position in
            tap.take(position, for: .writer)
            if tap.waitingBytes > LogStream.mostWaitingBytes { tellMuch() }
        }
    }

    /// Ships what is left, and no more. The database is closed, so nothing is added.
    package func stop() {
        isStopping.store(true, ordering: .relaxed)
        let threads = threads.withLock { $0.take() }
        threads?.copying.stop()
        threads?.shipping.stop()
        if state.withLock({ $0.shipment != nil }) { _ = shipTurn() }
        database.beforeCheckpoints(nil)
        tap.close()
        state.withLock { $0.lock = nil }
    }

    // MARK: Shipping

    /// Ships what was committed since the last turn, and says how long to wait until the next.
    package func shipTurn() -> Duration {
        shipping.withLock { _ in ship() }
    }

    private func ship() -> Duration {
        let now = clock.now
        do {
            let current = state.withLock { $0.shipment }
            var shipment = try current ?? begin(now)
            if let position = database.logPosition { tap.take(position, for: .other) }
            let pieces = try tap.pieces()
            try shipment.ship(pieces)
            note(shipment, pieces, now)
            return LogStream.pause
        } catch {
            interrupt(error, now)
            return LogStream.retryPause
        }
    }

    private func note(_ shipment: Shipment, _ pieces: [LogPiece], _ now: Instant) {
        state.withLock { state in
            state.shipment = shipment
            state.shippedAt = now
            state.bytes += pieces.reduce(0) { $0 + $1.bytes.count }
            if let last = pieces.last { state.place = last.end }
        }
    }

    /// Begins a generation. Its copy has to find room too.
    private func begin(_ now: Instant) throws -> Shipment {
        try folder.folder.make()
        if state.withLock({ $0.lock == nil }) {
            let lock = try FolderLock(folder.folder, at: now)
            state.withLock { $0.lock = lock }
        }
        try folder.folder.check(room: File.size(of: database.path))
        let shipment = Shipment(into: try folder.begin(at: now))
        tap.open()
        state.withLock { state in
            state.shipment = shipment
            state.place = LogPlace(epoch: 0, bytes: 0)
            state.base = nil
            state.baseFailed = nil
        }
        log.info("a stream of changes begins", ["folder": shipment.folder.path])
        threads.withLock { $0?.copying }?.wake()
        return shipment
    }

    /// Ends the generation. Without a copy of the whole database it is of no use.
    private func interrupt(_ error: any Error, _ now: Instant) {
        tap.close()
        let useless = state.withLock { state in
            defer { state.shipment = nil }
            state.failures += 1
            return state.base == nil ? state.shipment?.folder : nil
        }
        try? useless?.removeWithFiles()
        log.error(
            "the stream of changes is interrupted",
            [
                "reason": "\(BackupError(error, writing: folder.folder.path))",
                "again_in_seconds": "\(LogStream.retryPause.seconds)",
            ])
    }

    // MARK: Copying

    /// Makes a copy of the whole database when one is due, and says how long nothing is to be done.
    package func copyTurn() -> Duration {
        let now = clock.now
        let known = state.withLock { ($0.shipment?.folder, $0.base, $0.baseFailed) }
        guard let generation = known.0 else { return LogStream.pause }
        let wait = bases.wait(now: now, done: known.1, failed: known.2)
        guard wait == .zero else { return min(wait, .seconds(60)) }
        do {
            try copy(into: generation, now)
        } catch {
            // A generation that has ended needs none.
            if isCurrent(generation) { fail(error, now) }
        }
        return .zero
    }

    private func fail(_ error: any Error, _ now: Instant) {
        state.withLock { state in
            state.baseFailed = now
            state.failures += 1
        }
        log.error("no copy to begin a stream with", ["reason": "\(error)"])
    }

    private func copy(into generation: Folder, _ now: Instant) throws {
        let name = BaseName(madeAt: now)
        // The log is read already, so that it holds what is committed while the copy is made.
        guard let start = tap.place else { throw BackupError.stopped }
        let manifest = try backup.make(
            "\(generation.path)/\(name.text)",
            span: {
                // What the copy may have of the log is shipped before the copy is there.
                _ = shipTurn()
                guard isCurrent(generation) else { throw BackupError.stopped }
                return LogSpan(epoch: start.epoch, end: state.withLock { $0.place })
            },
            while: { [self] in isCurrent(generation) })
        state.withLock { $0.base = now }
        log.info(
            "a copy for the stream was made",
            ["file": "\(generation.path)/\(name.text)", "last_seq": "\(manifest.lastSeq)"])
        do {
            try folder.removeAll(butLast: LogStream.keptBases, and: generation)
        } catch {
            log.warning("old parts of the stream can't be removed", ["reason": "\(error)"])
        }
    }

    private func isCurrent(_ generation: Folder) -> Bool {
        !isStopping.load(ordering: .relaxed)
            && state.withLock { $0.shipment?.folder == generation }
    }

    // MARK: How it is

    package var metrics: [Metric] {
        [
            Metric(
                .gauge, "roost_stream_lag_seconds", "Since when changes may not have been shipped."
            ) { [self] in age(\.shippedAt) },
            Metric(
                .gauge, "roost_stream_copy_age_seconds",
                "How old the copy is that the stream begins with; none while there is none."
            ) { [self] in age(\.base) },
            .counter("roost_stream_failures_total", "How often shipping or copying failed.") {
                [self] in state.withLock { $0.failures }
            },
            .counter("roost_stream_bytes_total", "How much of the log was shipped.") { [self] in
                state.withLock { $0.bytes }
            },
        ]
    }

    private func age(_ moment: any KeyPath<State, Instant?> & Sendable) -> [Sample] {
        state.withLock { $0[keyPath: moment] }.map { [Sample([], (clock.now - $0).seconds)] } ?? []
    }
}
