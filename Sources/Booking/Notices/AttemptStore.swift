import SQLite

/// The table of attempts.
enum AttemptStore {
    /// So many of a delivery are kept, the newest.
    static let most = 50

    static func insert(
        _ attempt: DeliveryAttempt, of delivery: Int, in tx: Transaction
    ) throws {
        try tx.run(
            """
            insert into delivery_attempt (
                delivery, attempt, at, milliseconds, status, answer, error
            )
            values (
                \(delivery), \(attempt.attempt), \(attempt.at), \(attempt.milliseconds),
                \(attempt.status), \(attempt.answer), \(attempt.error)
            )
            on conflict (delivery, attempt) do nothing
            """)
        guard attempt.attempt > most else { return }
        try tx.run(
            """
            delete from delivery_attempt
            where delivery = \(delivery) and attempt <= \(attempt.attempt - most)
            """)
    }

    /// In their order.
    static func attempts(of delivery: Int, _ reader: Reader) throws -> [DeliveryAttempt] {
        try reader.all(
            """
            select attempt, at, milliseconds, status, answer, error
            from delivery_attempt
            where delivery = \(delivery)
            order by attempt
            """
        ) { row in
            DeliveryAttempt(
                attempt: try row.integer(0), at: try row.instant(1),
                milliseconds: try row.integer(2), status: try row.integerIfAny(3),
                answer: try row.bytesIfAny(4), error: try row.textIfAny(5))
        }
    }
}
