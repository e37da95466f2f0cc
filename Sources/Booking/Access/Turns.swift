import Synchronization

/// Lets those who want the same thing have it one after the other, and all others at once.
///
/// Fifty who register one address at the same time would each have a password hashed, and all but one for
/// nothing: so they wait for the first, and see that the address is taken.
package final class Turns: Sendable {
    /// Who waits for what, the first in front; a key that is here is in use.
    private let waiters = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

    package init() {}

    /// Does something while nobody else does anything under the same key. Who was cancelled while
    /// waiting gets a turn too, and does nothing with it.
    func taking<Result>(
        _ key: String, _ body: () async throws -> Result
    ) async throws -> Result {
        await enter(key)
        defer { leave(key) }
        try Task.checkCancellation()
        return try await body()
    }

    private func enter(_ key: String) async {
        await withCheckedContinuation { continuation in
            let isFree = waiters.withLock { waiters in
                guard waiters[key] != nil else {
                    waiters[key] = []
                    return true
                }
                waiters[key]?.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    private func leave(_ key: String) {
        let next = waiters.withLock { waiters in
            guard waiters[key]?.isEmpty == false else {
                waiters[key] = nil
                return nil as CheckedContinuation<Void, Never>?
            }
            return waiters[key]?.removeFirst()
        }
        next?.resume()
    }
}
