import Crypto
import Posix
import Synchronization
import Time
import Web

/// Hashes and verifies passwords, on threads of its own and not more at once than those.
///
/// A hash takes 20 ms of a core, on purpose. An event loop would answer nobody meanwhile, and Swift's own
/// pool has a thread for each core and no more. Whoever comes when too many wait is refused at once: those
/// who wait get their answer in time, and nobody can fill the memory.
package final class PasswordHashing: Sendable {
    /// What was found out about a password.
    package enum Verdict: Sendable, Equatable {
        case wrong
        case right
        /// It is right, and a new hash of it is to take the place of the old one.
        case rightAndOutdated
    }

    /// With two threads, the last of them waits a third of a second.
    package static let mostWaiting = 32

    private let parameters: Argon2Parameters
    private let threadCount: Int
    private let clock: MonotonicClock
    private let queue: PasswordQueue
    /// What passwords of accounts are compared with that don't exist or have none.
    private let nobody: PasswordHash
    private let durations = Histogram()
    private let threads = Mutex<[OwnThread]>([])

    /// `threads` is the number of cores: more would only wait for each other. Parameters that no hash may
    /// have are an error.
    package init(
        threads: Int, waiting: Int = PasswordHashing.mostWaiting,
        parameters: Argon2Parameters = .standard, clock: MonotonicClock = .system
    ) throws(PasswordHashError) {
        self.parameters = parameters
        self.clock = clock
        threadCount = max(1, threads)
        queue = PasswordQueue(capacity: waiting, threads: threadCount)
        nobody = try PasswordHash.ofNobody(parameters)
    }

    // MARK: Beginning and end

    /// Starts the threads. Until then everyone is refused.
    package func start() throws(SystemError) {
        queue.open()
        do throws(SystemError) {
            for _ in 0..<threadCount {
                // Those who only read or book don't wait for those who sign in.
                let thread = try OwnThread(priority: .background) { self.run() }
                threads.withLock { $0.append(thread) }
            }
        } catch {
            stop()
            throw error
        }
    }

    /// Takes nothing more, finishes what waits, and returns when the threads have ended.
    package func stop() {
        queue.close()
        let ending = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        for thread in ending { thread.join() }
    }

    // MARK: For everyone

    /// The hash of a new password.
    ///
    /// Throws `Problem.hashingOverloaded` when too many wait. A task that is cancelled before its password
    /// is looked at gets a `CancellationError`, and it never is.
    package func hash(_ password: String) async throws -> PasswordHash {
        let parameters = parameters
        return try await perform(
            PasswordJob(password) { try PasswordHash.make(of: $0, with: parameters) })
    }

    /// Whether a password is the one of a hash; likewise.
    ///
    /// `nil`, for an account that doesn't exist or has no password, is as much work as a hash of ours, and
    /// wrong: the time of an answer doesn't tell who has an account.
    package func verify(
        _ password: String, against hash: PasswordHash?
    ) async throws -> Verdict {
        let (parameters, nobody) = (parameters, nobody)
        return try await perform(
            PasswordJob(password) { password in
                let isRight = try (hash ?? nobody).verifies(password)
                guard isRight, let hash else { return .wrong }
                return hash.isCurrent(parameters) ? .right : .rightAndOutdated
            })
    }

    /// How many wait for a thread.
    package var waiting: Int { queue.waiting }

    /// How many are worked on.
    package var running: Int { queue.running }

    package var metrics: [Metric] {
        let (queue, durations) = (queue, durations)
        return [
            .gauge("roost_passwords_waiting", "Passwords that wait for a thread.") {
                Double(queue.waiting)
            },
            .gauge("roost_passwords_running", "Passwords that are hashed or verified.") {
                Double(queue.running)
            },
            .counter("roost_passwords_refused_total", "Passwords refused, as too many waited.") {
                queue.refused
            },
            Metric(
                .histogram, "roost_password_seconds",
                "How long hashing and verifying took, without waiting."
            ) { durations.samples([]) },
        ]
    }

    // MARK: The queue

    private func perform<Value: Sendable>(_ job: PasswordJob<Value>) async throws -> Value {
        let entry = PasswordQueue.Entry(
            job: ObjectIdentifier(job), isOver: { job.isOver }, perform: { job.perform() })
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                guard job.answer(to: continuation), !queue.add(entry) else { return }
                job.giveUp(Problem.hashingOverloaded)?()
            }
        } onCancel: {
            let answer = job.giveUp(CancellationError())
            queue.remove(entry.job)
            answer?()
        }
    }

    /// The work of a thread.
    private func run() {
        while let entry = queue.next() {
            let began = clock.nanoseconds
            let answer = entry.perform()
            if answer != nil { durations.observe(nanoseconds: clock.nanoseconds - began) }
            queue.finished()
            answer?()
        }
    }
}
