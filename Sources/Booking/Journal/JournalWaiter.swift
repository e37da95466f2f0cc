import Synchronization

/// Somebody who waits for the next entry that is of interest.
package final class JournalWaiter: Sendable {
    private enum Stage {
        case listening
        case waiting(CheckedContinuation<Void, Never>)
        case told
    }

    /// Entries up to this one are known already.
    let after: Int
    let interest: JournalInterest
    private let stage = Mutex(Stage.listening)

    init(after: Int, of interest: JournalInterest) {
        self.after = after
        self.interest = interest
    }

    /// Whether it has been told.
    var isTold: Bool {
        stage.withLock { stage in
            if case .told = stage { return true }
            return false
        }
    }

    /// Whether an entry is what it waits for, where it is of the stream.
    func wants(_ seq: Int, _ kind: String) -> Bool {
        guard after < seq else { return false }
        switch interest {
        case .everything, .stream: return true
        case .kinds(let kinds, let count): return kinds.contains(kind) || seq - after >= count
        }
    }

    /// Waits until there is something new, or the time is over, or the task is cancelled. What has come
    /// since the waiter was enlisted counts.
    package func wait(upTo limit: Duration) async {
        // Whoever leaves before it rings cancels the alarm.
        async let _ = ring(in: limit)
        await withTaskCancellationHandler {
            await withCheckedContinuation { enter($0) }
        } onCancel: {
            tell()
        }
    }

    private func ring(in limit: Duration) async {
        try? await Task.sleep(for: limit)
        tell()
    }

    private func enter(_ continuation: CheckedContinuation<Void, Never>) {
        let isTold = stage.withLock { stage in
            if case .told = stage { return true }
            stage = .waiting(continuation)
            return false
        }
        if isTold { continuation.resume() }
    }

    /// Ends the waiting, now or as soon as it begins.
    func tell() {
        let was = stage.withLock { stage in
            defer { stage = .told }
            return stage
        }
        if case .waiting(let continuation) = was { continuation.resume() }
    }
}
