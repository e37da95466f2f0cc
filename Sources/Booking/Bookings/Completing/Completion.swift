import Synchronization
import Time
import Web

/// Says of confirmed bookings that they took place, some time after their end, so that nobody has to.
package final class Completion: Sendable {
    /// What is due may wait so long: who reviews a class on the same evening doesn't come sooner.
    private static let pause = Duration.seconds(300)

    private let bookings: Bookings
    private let delay: Duration
    private let log: Log
    private let rounds = Mutex<Task<Void, Never>?>(nil)

    /// So long behind the end of what was booked, or its start where nobody knows the end.
    package init(_ bookings: Bookings, behind delay: Duration, log: Log) {
        self.bookings = bookings
        self.delay = delay
        self.log = log
    }

    package func start() {
        let task = Task { [bookings, delay, log] in
            while !Task.isCancelled {
                do {
                    let count = try await bookings.completeAll(behind: delay)
                    if count > 0 { log.info("completed bookings", ["count": "\(count)"]) }
                } catch is CancellationError {
                    return
                } catch {
                    log.error("bookings could not be completed", ["error": "\(error)"])
                }
                try? await Task.sleep(for: Completion.pause)
            }
        }
        rounds.withLock { $0 = task }
    }

    /// Returns when the round that is under way has ended; there will be no other.
    package func stop() async {
        let task = rounds.withLock { $0.take() }
        task?.cancel()
        await task?.value
    }
}
