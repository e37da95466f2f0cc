import Posix
import Synchronization

/// The passwords that wait for a thread, in the order in which they came.
final class PasswordQueue: Sendable {
    /// A job as the threads see it.
    struct Entry: Sendable {
        let job: ObjectIdentifier
        /// Whether nobody waits for it any more.
        let isOver: @Sendable () -> Bool
        /// Does it, and gives what is left to do; nil where it was given up.
        let perform: @Sendable () -> (@Sendable () -> Void)?
    }

    private struct State {
        var isOpen = false
        var waiting: [Entry] = []
        var running = 0
        var refused = 0
    }

    /// How many may wait beyond those that a thread is there for.
    private let capacity: Int
    private let threads: Int
    private let monitor = Monitor()
    private let state = Mutex(State())

    init(capacity: Int, threads: Int) {
        self.capacity = capacity
        self.threads = threads
    }

    /// Those that no thread is there for.
    var waiting: Int { changing { max(0, $0.waiting.count + $0.running - threads) } }

    /// Those that a thread works on, or is on its way to.
    var running: Int { changing { min(threads, $0.waiting.count + $0.running) } }

    var refused: Int { changing { $0.refused } }

    /// Adds a job at the end; says whether there was a place. One that nobody waits for takes none.
    func add(_ entry: Entry) -> Bool {
        changing { state in
            if entry.isOver() { return true }
            guard state.isOpen, state.waiting.count + state.running < capacity + threads else {
                state.refused += 1
                return false
            }
            state.waiting.append(entry)
            monitor.tell()
            return true
        }
    }

    /// Takes a job out that nobody waits for any more.
    func remove(_ job: ObjectIdentifier) {
        changing { $0.waiting.removeAll { $0.job == job } }
    }

    /// The next job, as soon as there is one; nil when no more will come.
    func next() -> Entry? {
        monitor.locked {
            while state.withLock({ $0.isOpen && $0.waiting.isEmpty }) { monitor.wait() }
            return state.withLock { state in
                guard !state.waiting.isEmpty else { return nil }
                state.running += 1
                return state.waiting.removeFirst()
            }
        }
    }

    /// A job that was given out is done.
    func finished() {
        changing { $0.running -= 1 }
    }

    func open() {
        changing { $0.isOpen = true }
    }

    /// Takes nothing more; what waits is still done.
    func close() {
        changing {
            $0.isOpen = false
            monitor.tell()
        }
    }

    private func changing<Result>(_ body: (inout sending State) -> sending Result) -> Result {
        monitor.locked { state.withLock(body) }
    }
}
