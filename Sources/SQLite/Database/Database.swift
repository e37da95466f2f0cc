import Posix
import Synchronization
import Time

/// The database of a server: many read, one thread writes.
///
/// `read` runs at once on the calling thread and takes microseconds, so event loops call it as it is.
/// `write` queues its body for the writer, which commits many of them together, and returns when the commit
/// is on disk. A database that isn't open yet, or not any more, refuses writes as `closed`.
package final class Database: Sendable {
    package let path: String
    package let statistics = DatabaseStatistics()
    private let options: DatabaseOptions
    private let clock: Clock
    private let onCompile: (@Sendable (String) -> Void)?
    private let queue: WriteQueue
    private let commits = CommitCount()
    private let readers: ReaderPool
    private let places: ReadPlaces
    private let writing = Mutex<(writer: Writer, thread: OwnThread)?>(nil)
    /// Is held while the database is opened or closed, which takes its time.
    private let turning = Mutex(())

    /// `onCompile` is told each SQL text that is compiled: tests look at the plans of all of them.
    package init(
        _ options: DatabaseOptions, clock: Clock = .system,
        onCompile: (@Sendable (String) -> Void)? = nil
    ) {
        self.options = options
        self.clock = clock
        self.onCompile = onCompile
        path = options.path
        queue = WriteQueue(capacity: options.waitingWrites)
        readers = ReaderPool(path: options.path, vfs: options.vfs, onCompile: onCompile)
        places = ReadPlaces(options.readsAside, waiting: options.waitingReads)
    }

    /// Opens the file, or makes it, and starts the writer. What an earlier process left in the log is
    /// moved into the file first.
    package func open() throws {
        try turning.withLock { _ in
            guard writing.withLock({ $0 == nil }) else { return }
            let connection = try Connection(path, .create, vfs: options.vfs)
            connection.onCompile = onCompile
            let writer = try Writer(
                connection, queue, options, clock: clock, statistics, commits)
            queue.expectWriter()
            let thread = try OwnThread { writer.run() }
            writing.withLock { $0 = (writer, thread) }
            queue.open()
        }
    }

    deinit {
        // Whoever forgot to close it would leave its thread behind.
        close()
    }

    /// Reads in one state of the database, on the calling thread. What takes longer than the limit is
    /// interrupted, and so is what a cancelled task reads.
    package func read<Result>(
        within limit: Duration, _ body: (Reader) throws -> Result
    ) throws -> Result {
        try readers.read(within: limit, body)
    }

    /// The same for questions that may take longer than an event loop can wait: on a thread of its own, of
    /// which there are few. Whoever waits for one spends the time of the limit; when too many wait, the
    /// next is refused as `queueFull`, and a task that is cancelled while it waits leaves at once.
    package func readAside<Result: Sendable>(
        within limit: Duration, _ body: @escaping @Sendable (Reader) throws -> Result
    ) async throws -> Result {
        let answer = Mutex<Swift.Result<Result, any Error>?>(nil)
        try await places.use(within: limit) { [readers] rest in
            try await OwnThread.run {
                let result = Swift.Result { try readers.read(within: rest, body) }
                answer.withLock { $0 = result }
            }
        }
        guard let answer = answer.withLock({ $0 }) else { throw Unavailable.closed }
        return try answer.get()
    }

    /// Reads at once what takes microseconds, and aside what takes longer than an event loop can wait.
    package func read<Result: Sendable>(
        isQuick: Bool, within limit: Duration,
        _ body: @escaping @Sendable (Reader) throws -> Result
    ) async throws -> Result {
        if isQuick { return try read(within: limit, body) }
        return try await readAside(within: limit, body)
    }

    /// Changes the database. When this returns, the change is on disk; when it throws, nothing of it has
    /// happened.
    ///
    /// The body runs on the writer's thread. It may run twice, when another write spoiled the transaction
    /// that both were in, so it changes nothing but the database; `afterCommit` is for the rest. A task
    /// that is cancelled before its write begins gets a `CancellationError`, and the write never begins.
    ///
    /// After `Unavailable.diskFailed` alone nobody knows what is on disk: the change was refused, and what
    /// had been written of it was taken away again, if the disk still listened.
    ///
    /// What takes longer than writes may, since so much hangs on it, says `upTo` when it is to be given up. All
    /// others wait meanwhile.
    package func write<Result: Sendable>(
        upTo limit: Duration? = nil, _ body: @escaping @Sendable (Transaction) throws -> Result
    ) async throws -> Result {
        let result = WriteResult<Result>()
        let write = PendingWrite(queued: MonotonicClock.system.nanoseconds, limit: limit) {
            result.value = try body($0)
        }
        try await done(write)
        // Who is told that it is done finds a result.
        guard let value = result.value else { throw Unavailable.closed }
        return value
    }

    /// Queues a write, and comes back when it is on disk.
    private func done(_ write: PendingWrite) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                guard write.answer(to: waiter) else { return }
                do throws(Unavailable) {
                    try queue.add(write)
                } catch {
                    write.fail(error)
                }
            }
        } onCancel: {
            write.cancel()
        }
    }

    /// Finishes what waits, tidies up and closes the files.
    package func close() {
        turning.withLock { _ in
            queue.close()
            // Without the lock: the writer's last work may ask how far the log is written.
            writing.withLock { $0?.thread }?.join()
            writing.withLock { $0 = nil }
            readers.close()
        }
    }

    // MARK: How it is

    /// Why no writes are taken; nil when they are.
    package var trouble: Unavailable? { queue.reason ?? (queue.isFull ? .queueFull : nil) }

    /// Which state of the database everybody sees: another number behind each commit of this process, and nil
    /// while one is under way. What was read while it stayed the same is what anybody would read as long as it
    /// does. Nothing is known here of what other processes commit.
    package var settledState: Int? { commits.settled }

    /// How many writes wait.
    package var waitingWrites: Int { queue.count }

    /// How many reads aside wait.
    package var waitingReads: Int { places.waiting }

    /// How far the last commit wrote the log.
    package var logPosition: LogPosition? { writing.withLock { $0?.writer.committed } }

    /// Has work done before anything of the log may be overwritten: for whoever copies the log. It runs
    /// on the writer's thread.
    package func beforeCheckpoints(_ work: (@Sendable (LogPosition) -> Void)?) {
        writing.withLock { $0?.writer.beforeCheckpoints(work) }
    }
}
