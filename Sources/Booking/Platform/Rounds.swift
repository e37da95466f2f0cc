import Synchronization
import Web

/// Something that is done again and again beside the requests, with a pause in between.
package final class Rounds: Sendable {
    private let name: String
    private let pause: Duration
    private let log: Log
    private let body: @Sendable () async throws -> Void
    private let task = Mutex<Task<Void, Never>?>(nil)

    /// The name says in the log what it is that failed.
    package init(
        _ name: String, every pause: Duration, log: Log,
        _ body: @escaping @Sendable () async throws -> Void
    ) {
        self.name = name
        self.pause = pause
        self.log = log
        self.body = body
    }

    /// The first round begins at once.
    package func start() {
        let task = Task { [name, pause, log, body] in
            while !Task.isCancelled {
                do {
                    try await body()
                } catch is CancellationError {
                    return
                } catch {
                    log.error("\(name) failed, and will be tried again", ["reason": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
        self.task.withLock { $0 = task }
    }

    /// Returns when the round that is under way has ended; there will be no other.
    package func stop() async {
        let task = task.withLock { $0.take() }
        task?.cancel()
        await task?.value
    }
}
