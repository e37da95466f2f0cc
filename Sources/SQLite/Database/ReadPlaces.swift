import CSQLite
import Synchronization

/// Places for those who read on a thread of their own: few at once, and the others in the order in which
/// they came.
///
/// Such a read may keep a core busy for seconds, and everybody may ask for one. Without a bound a few
/// hundred of them would take the memory of a thread and of a connection each, and all cores.
final class ReadPlaces: Sendable {
    /// Tells one who waits from the others.
    private final class Ticket: Sendable {}

    private struct State {
        var taken = 0
        var waiting: [(ticket: Ticket, continuation: CheckedContinuation<Void, any Error>)] = []
    }

    /// What is longer would overflow, and nobody waits so long.
    private static let longest = Duration.seconds(365 * 86_400)

    private let places: Int
    private let capacity: Int
    private let state = Mutex(State())

    /// So many may read at once, and so many more may wait.
    init(_ places: Int, waiting: Int) {
        self.places = max(1, places)
        capacity = waiting
    }

    /// How many wait for a place.
    var waiting: Int { state.withLock { $0.waiting.count } }

    /// Does something in a place, and hands it what is left of its time: waiting counts.
    ///
    /// Throws `Unavailable.queueFull` when too many wait, what an interrupted read does when the time is
    /// over before a place is free, and `CancellationError` where nobody waits for it any more.
    func use<Result>(
        within limit: Duration, _ body: (Duration) async throws -> Result
    ) async throws -> Result {
        let end = ContinuousClock.now + min(max(limit, .zero), ReadPlaces.longest)
        try Task.checkCancellation()
        if !takeFree() { try await wait(until: end) }
        defer { giveBack() }
        return try await body(end - ContinuousClock.now)
    }

    /// Who waits is handed the place of the one who leaves, so a free one has nobody waiting for it.
    private func takeFree() -> Bool {
        state.withLock { state in
            guard state.taken < places else { return false }
            state.taken += 1
            return true
        }
    }

    private func giveBack() {
        let next = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.taken -= 1
                return nil as CheckedContinuation<Void, any Error>?
            }
            return state.waiting.removeFirst().continuation
        }
        next?.resume()
    }

    // MARK: Waiting

    private func wait(until end: ContinuousClock.Instant) async throws {
        let ticket = Ticket()
        let alarm = Task {
            try await Task.sleep(until: end)
            leave(ticket, SQLiteError(SQLITE_INTERRUPT, of: nil))
        }
        defer { alarm.cancel() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { enter(ticket, until: end, $0) }
        } onCancel: {
            leave(ticket, CancellationError())
        }
    }

    private func enter(
        _ ticket: Ticket, until end: ContinuousClock.Instant,
        _ continuation: CheckedContinuation<Void, any Error>
    ) {
        let answer: Result<Void, any Error>? = state.withLock { state in
            // The alarm and the end of the task may have come before there was anyone to tell.
            if Task.isCancelled { return .failure(CancellationError()) }
            if ContinuousClock.now >= end {
                return .failure(SQLiteError(SQLITE_INTERRUPT, of: nil))
            }
            if state.taken < places {
                state.taken += 1
                return .success(())
            }
            guard state.waiting.count < capacity else { return .failure(Unavailable.queueFull) }
            state.waiting.append((ticket, continuation))
            return nil
        }
        if let answer { continuation.resume(with: answer) }
    }

    private func leave(_ ticket: Ticket, _ error: any Error) {
        let left = state.withLock { state in
            let index = state.waiting.firstIndex { $0.ticket === ticket }
            return index.map { state.waiting.remove(at: $0).continuation }
        }
        left?.resume(throwing: error)
    }
}
