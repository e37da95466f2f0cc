import Posix
import Synchronization

/// A log that holds whoever tells it of what went well, until it is opened: so the thread of a letterbox
/// stands still where a test wants it.
final class BlockedLog: Sendable {
    private struct State {
        var isHolding = false
        var isOpen = false
        var warnings: [String] = []
    }

    private let monitor = Monitor()
    private let state = Mutex(State())

    var isHolding: Bool { state.withLock { $0.isHolding } }
    var warnings: [String] { state.withLock { $0.warnings } }

    func take(_ line: String) {
        guard line.contains(#""level":"info""#) else {
            return state.withLock { $0.warnings.append(line) }
        }
        monitor.locked {
            state.withLock { $0.isHolding = true }
            while !state.withLock({ $0.isOpen }) { monitor.wait() }
        }
    }

    func open() {
        monitor.locked {
            state.withLock { $0.isOpen = true }
            monitor.tell()
        }
    }
}
