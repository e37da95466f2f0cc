import Time

/// The writes that one commit takes along.
struct Group {
    /// The whole transaction is gone, through one of the writes: SQLite ends it when it interrupts a
    /// change (https://www.sqlite.org/c3ref/interrupt.html).
    struct Loss: Error {
        let culprit: Int
        let error: any Error
    }

    /// A write has changed something and then failed, and what it changed can't be told from the rest.
    struct Setback: Error {}

    /// How writes are kept apart.
    private enum Way {
        /// Not at all. Nearly all that fail do so before they have changed anything.
        case together
        /// Each in a savepoint, so that what one has changed can be undone alone. SQLite copies every page
        /// then before it changes, which costs a tenth of a booking.
        case apart
    }

    private var way = Way.together
    private(set) var writes: [PendingWrite]
    /// What became of each of them, as far as they were performed.
    private var outcomes: [Outcome] = []

    private enum Outcome {
        case done(Transaction)
        case refused(any Error)
    }

    init(_ writes: [PendingWrite]) {
        self.writes = writes
    }

    var isEmpty: Bool { writes.isEmpty }

    /// Performs each write, in the transaction that is open. Throws where the transaction can't be committed
    /// any more; a `Setback` asks for another one, in which it goes more carefully.
    mutating func perform(on connection: Connection, _ clock: Clock, limit: Duration) throws {
        outcomes.removeAll(keepingCapacity: true)
        outcomes.reserveCapacity(writes.count)
        for (index, write) in writes.enumerated() {
            let transaction = Transaction(connection, now: clock.now)
            defer { transaction.end() }
            connection.mayHaveWritten = false
            if way == .apart { try connection.control(.mark) }
            do {
                try connection.limited(to: write.limit ?? limit) {
                    try write.perform(transaction)
                }
                // It may have gone on after an error that ended the transaction.
                _ = try transaction.connection
                if connection.mayHaveWritten { try connection.checkReferences() }
                if way == .apart { try connection.control(.keep) }
                outcomes.append(.done(transaction))
            } catch {
                if let error = error as? SQLiteError, error.isOfDisk { throw error }
                guard connection.isInTransaction else { throw Loss(culprit: index, error: error) }
                try undo(on: connection)
                outcomes.append(.refused(error))
            }
        }
    }

    /// Takes back what a write has changed that failed.
    private mutating func undo(on connection: Connection) throws {
        switch way {
        case .apart:
            try connection.control(.undo)
            try connection.control(.keep)
        case .together where connection.mayHaveWritten:
            way = .apart
            throw Setback()
        case .together:
            break
        }
    }

    /// Takes out a write that can't be performed, and answers it.
    mutating func remove(_ index: Int, answering error: any Error) {
        writes.remove(at: index).fail(error)
    }

    /// Tells everyone what became of their write: the commit is on disk.
    func answer() {
        for case .done(let transaction) in outcomes { transaction.tellCommitted() }
        for (write, outcome) in zip(writes, outcomes) {
            switch outcome {
            case .done: write.succeed()
            case .refused(let error): write.fail(error)
            }
        }
    }

    func fail(_ reason: Unavailable) {
        for write in writes { write.fail(reason) }
    }
}

extension SQLiteError {
    /// Whether the files are to blame, or memory: not what the statement was about.
    fileprivate var isOfDisk: Bool {
        switch kind {
        case .full, .inputOutput, .corrupt, .notADatabase, .cannotOpen, .readOnly, .memory: true
        case .constraint, .busy, .interrupted, .mismatch, .other: false
        }
    }
}
