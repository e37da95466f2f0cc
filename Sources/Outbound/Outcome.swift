import Synchronization

/// What becomes of a request, handed from the thread that asked to the task that waits.
final class Outcome: Sendable {
    private let result = Mutex<Result<WebAnswer, WebClientError>>(.failure(.failed("not asked")))

    func set(_ value: Result<WebAnswer, WebClientError>) {
        result.withLock { $0 = value }
    }

    func get() throws(WebClientError) -> WebAnswer {
        try result.withLock { $0 }.get()
    }
}
