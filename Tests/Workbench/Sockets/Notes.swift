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
