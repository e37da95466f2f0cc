import Dispatch

/// Holds up a whole loop, as a handler does that is too busy, until the test lets go.
final class Hold: Sendable {
    private let released = DispatchSemaphore(value: 0)

    func block() {
        released.wait()
    }

    func release() {
        released.signal()
    }
}
