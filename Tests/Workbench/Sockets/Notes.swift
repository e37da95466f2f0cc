import Glibc
import Synchronization

/// What a handler has seen, for the test to read.
package final class Notes<Note: Sendable>: Sendable {
    private let notes = Mutex<[Note]>([])

    package init() {}

    package var all: [Note] { notes.withLock { $0 } }

    package func add(_ note: Note) {
        notes.withLock { $0.append(note) }
    }

    /// The first note, as soon as there is one; nil when none comes within the patience of a client.
    package var first: Note? {
        _ = soon { !all.isEmpty }
        return all.first
    }
}

/// Whether a condition comes true within the patience of a client.
package func soon(_ condition: () -> Bool) -> Bool {
    let end = ContinuousClock.now + RawClient.patience
    while !condition() {
        if ContinuousClock.now > end { return false }
        usleep(2_000)
    }
    return true
}

/// A number, when it has not changed for a while.
package func settled(_ number: () -> Int) -> Int {
    var last = number()
    for _ in 0..<20 {
        usleep(100_000)
        let next = number()
        if next == last { return next }
        last = next
    }
    return last
}
