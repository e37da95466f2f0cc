import Dispatch
import Workbench

/// Holds up the writer in the middle of a write, until the test lets go.
final class Hold: Sendable {
    private let reached = Gate()
    private let released = DispatchSemaphore(value: 0)

    /// For the body of the write.
    func block() {
        reached.open()
        released.wait()
    }

    /// Returns when the writer stands there.
    func isReached() async {
        await reached.pass()
    }

    func release() {
        released.signal()
    }
}
