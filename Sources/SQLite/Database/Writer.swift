import CSQLite
import Posix
import Synchronization
import Time

/// The only thread that writes, and the one that says when the log is moved into the database file.
///
/// It takes the writes that wait, runs them all in one transaction, commits, and only then
/// answers them all: what was answered is on disk. Refusals wait for the commit too, because they may rest
/// on rows that it brings.
///
/// `@unchecked`: once the thread runs, everything that changes is touched by it alone.
final class Writer: @unchecked Sendable {
    private let connection: Connection
    private let queue: WriteQueue
    private let options: DatabaseOptions
    private let clock: Clock
    private let statistics: DatabaseStatistics
    private let commits: CommitCount
    private let log: WriteAheadLog
    private let position: Mutex<LogPosition>
    /// Is called before anything of the log may be overwritten.
    private let beforeCheckpoint: Mutex<(@Sendable (LogPosition) -> Void)?> = Mutex(nil)
    private var nextOptimization: Int64
    /// Moves much of the log at once; from when it is needed for the first time.
    private var mover: LogMover?
    /// How often it has begun since the last checkpoint.
    private var moves = 0
    /// When it began what it is at.
    private var moveBegan: Int64 = 0
    /// The length of the log at which a checkpoint waits for readers.
    private var nextWait = 0

    init(
        _ connection: Connection, _ queue: WriteQueue, _ options: DatabaseOptions, clock: Clock,
        _ statistics: DatabaseStatistics, _ commits: CommitCount
    ) throws {
        self.connection = connection
        self.queue = queue
        self.options = options
        self.clock = clock
        self.statistics = statistics
        self.commits = commits
        log = try WriteAheadLog(connection, commits)
        // What an earlier process left: the log begins empty, so its length is known.
        try log.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
        position = Mutex(log.position)
        commits.settle()
        nextOptimization = MonotonicClock.system.nanoseconds + Writer.optimizationPause
    }

    /// An hour between two looks at statistics (https://www.sqlite.org/pragma.html#pragma_optimize).
    private static let optimizationPause: Int64 = 3_600_000_000_000

    /// How many milliseconds a checkpoint of a very long log may wait for readers: a thousand times what
    /// most of them need. Writes wait meanwhile.
    private static let patience: Int32 = 100

    /// So few frames are moved in less than a millisecond, without the sync.
    private static let fewFrames = 64
    /// So often the other thread moves what has come while it moved what had come.
    private static let mostMoves = 6

    // MARK: For other threads

    /// How far the last commit wrote the log.
    var committed: LogPosition { position.withLock { $0 } }

    func beforeCheckpoints(_ work: (@Sendable (LogPosition) -> Void)?) {
        beforeCheckpoint.withLock { $0 = work }
    }

    // MARK: The thread

    /// Writes until the queue ends.
    func run() {
        while true {
            let pause = queue.diskTrouble == .diskFull ? options.retryTime : options.idleTime
            switch queue.next(options.groupSize, waiting: pause) {
            case .writes(let writes): perform(writes)
            case .nothing: tidyUp()
            case .end: return finish()
            }
        }
    }

    private func perform(_ writes: [PendingWrite]) {
        let began = MonotonicClock.system.nanoseconds
        var group = Group(writes.filter { $0.begin() })
        for write in group.writes { statistics.waits.add(Int(began - write.queued) / 1_000) }
        while !group.isEmpty {
            do {
                try connection.control(.beginWriting)
                try group.perform(on: connection, clock, limit: options.writeTime)
                try commit(group)
                break
            } catch is Group.Setback {
                connection.rollBack()
            } catch let loss as Group.Loss {
                connection.rollBack()
                group.remove(loss.culprit, answering: loss.error)
            } catch {
                giveUp(group, error)
                break
            }
        }
        moveLogIfLong()
    }

    private func commit(_ group: Group) throws {
        let began = MonotonicClock.system.nanoseconds
        do {
            try connection.control(.commit)
        } catch {
            connection.rollBack()
            log.cutFailedCommit()
            throw error
        }
        statistics.commits.add(Int(MonotonicClock.system.nanoseconds - began) / 1_000)
        statistics.groups.add(group.writes.count)
        noteLog()
        Signals.together { group.answer() }
    }

    /// Whatever may have changed what others see is told here, before anybody is answered.
    private func noteLog() {
        commits.settle()
        let now = log.position
        position.withLock { $0 = now }
        statistics.setLog(now.frames == 0 ? 0 : now.bytes)
        let syncs = log.syncTimes
        statistics.setSyncs(syncs.count, microseconds: syncs.microseconds)
    }

    // MARK: Trouble

    /// Answers a group that can't be committed, and takes no more writes where the disk is to blame.
    private func giveUp(_ group: Group, _ error: any Error) {
        connection.rollBack()
        let reason = Unavailable(error)
        // Whoever is answered and looks finds the database in the state they were told.
        stop(for: reason)
        group.fail(reason)
    }

    private func stop(for reason: Unavailable) {
        guard reason.lasts else { return }
        for write in queue.refuse(reason) where write.begin() { write.fail(reason) }
    }

    /// Writes a page as it was, to learn whether the disk has space again.
    private func retry() {
        do {
            try connection.control(.beginWriting)
            let version = try Reader(connection).count("pragma user_version")
            try connection.script("pragma user_version = \(version)")
            try connection.control(.commit)
            noteLog()
            _ = queue.refuse(nil)
        } catch {
            connection.rollBack()
            log.cutFailedCommit()
            stop(for: Unavailable(error))
        }
    }

    // MARK: Moving the log

    /// What is much is moved by another thread, while this one goes on, and so is what has come meanwhile. The rest
    /// is moved here: then the log can begin anew.
    private func moveLogIfLong() {
        if let mover, mover.isAtWork {
            guard mover.isDone else { return }
            settleMove()
            if queue.diskTrouble == nil { moveRest() }
        } else if log.newFrames >= options.checkpointPages {
            if log.newFrames < options.asidePages || !beginMove() { checkpoint() }
        }
    }

    /// Less has come each time, so that it is little soon; where it isn't, the disk is too slow to wait for that.
    private func moveRest() {
        let isMuch = log.newFrames >= min(Writer.fewFrames, options.asidePages)
        if isMuch, moves < Writer.mostMoves, beginMove() { return }
        checkpoint()
    }

    /// Has the other thread begin, if it can. A log that is very long is better moved at once, and readers waited for.
    private func beginMove() -> Bool {
        let position = log.position
        guard position.frames < mostFrames else { return false }
        beforeCheckpoint.withLock { $0 }?(position)
        do {
            let mover = try mover ?? LogMover(options.path, vfs: options.vfs)
            self.mover = mover
            moveBegan = MonotonicClock.system.nanoseconds
            log.beginMove()
            try mover.begin()
            moves += 1
            return true
        } catch {
            return false
        }
    }

    /// Waits for the other thread.
    private func settleMove() {
        if let outcome = mover?.end() { note(outcome) }
    }

    private func note(_ outcome: Result<Int, SQLiteError>) {
        switch outcome {
        case .success(let moved): log.endMove(moved)
        case .failure(let error):
            log.endMove(0)
            stop(for: Unavailable(error))
        }
        noteCheckpoint(since: moveBegan)
    }

    private func noteCheckpoint(since began: Int64) {
        statistics.checkpoints.add(Int(MonotonicClock.system.nanoseconds - began) / 1_000)
        noteLog()
    }

    /// A log of this length is very long.
    private var mostFrames: Int { 4 * options.checkpointPages }

    /// Moves the log into the database file. Readers that are in the way make it incomplete, and the log
    /// longer, as it can't begin anew. When it is very long, those of the moment are waited for; when that
    /// was in vain, not again before the log is twice as long.
    private func checkpoint() {
        moves = 0
        let began = MonotonicClock.system.nanoseconds
        let position = log.position
        beforeCheckpoint.withLock { $0 }?(position)
        if position.frames < mostFrames { nextWait = mostFrames }
        let waits = position.frames >= nextWait
        do {
            let isFree = try log.checkpoint(
                waits ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE,
                patience: Writer.patience)
            if waits { nextWait = isFree ? mostFrames : 2 * position.frames }
        } catch {
            stop(for: Unavailable(error))
        }
        noteCheckpoint(since: began)
    }

    // MARK: Tidying up

    private func tidyUp() {
        switch queue.diskTrouble {
        case nil: break
        case .diskFull: return retry()
        default: return
        }
        settleMove()
        if log.newFrames > 0 || log.isBehind { checkpoint() }
        guard MonotonicClock.system.nanoseconds >= nextOptimization else { return }
        nextOptimization = MonotonicClock.system.nanoseconds + Writer.optimizationPause
        optimize()
    }

    private func optimize() {
        do {
            try connection.script("pragma optimize")
            noteLog()
        } catch {
            stop(for: Unavailable(error))
        }
    }

    /// The last work: everything is in the database file when the process ends in peace.
    private func finish() {
        settleMove()
        mover?.close()
        guard queue.diskTrouble == nil else { return }
        beforeCheckpoint.withLock { $0 }?(log.position)
        try? connection.script("pragma optimize")
        _ = try? log.checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
        noteLog()
    }
}
