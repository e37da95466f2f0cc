import Synchronization

/// A request on its way between the task that waits for the answer and the thread that gets it.
final class Errand: Sendable {
    private enum State {
        case new
        case awaited(CheckedContinuation<WebAnswer, any Error>)
        case ended
    }

    let request: WebRequest
    let client: WebClient
    let purpose: AddressGate.Purpose
    private let state = Mutex(State.new)

    init(_ request: WebRequest, by client: WebClient, for purpose: AddressGate.Purpose) {
        self.request = request
        self.client = client
        self.purpose = purpose
    }

    var isEnded: Bool {
        state.withLock { if case .ended = $0 { true } else { false } }
    }

    /// Remembers who waits; says whether it still makes sense to begin.
    func await(_ continuation: CheckedContinuation<WebAnswer, any Error>) -> Bool {
        let isNew = state.withLock { state in
            guard case .new = state else { return false }
            state = .awaited(continuation)
            return true
        }
        if !isNew { continuation.resume(throwing: CancellationError()) }
        return isNew
    }

    /// Tells whoever waits; only the first word counts.
    func end(_ result: Result<WebAnswer, any Error>) {
        let continuation = state.withLock { state in
            defer { state = .ended }
            return if case .awaited(let continuation) = state { continuation } else { nil }
                as CheckedContinuation<WebAnswer, any Error>?
        }
        continuation?.resume(with: result)
    }
}
