import SQLite
import Time

/// The table of answers that are kept for requests that come again.
enum KeptAnswerStore {
    /// An answer that only who has the request can read.
    struct Kept {
        let fingerprint: [UInt8]
        let status: Int
        let sealed: [UInt8]
    }

    /// The answer to a place's request, unless it was kept too long ago. One that is too old counts as none,
    /// be it deleted already or not.
    static func find(
        _ place: RepeatableRequest.Place, keptAfter moment: Instant, _ reader: Reader
    ) throws -> Kept? {
        try reader.first(
            """
            select fingerprint, status, sealed_answer
            from kept_answer
            where scope = \(place.scope) and key_hash = \(place.keyHash)
                and created_at > \(moment)
            """
        ) { row in
            Kept(
                fingerprint: try row.bytes(0), status: try row.integer(1),
                sealed: try row.bytes(2))
        }
    }

    /// Adds an answer; whether its place was free.
    static func insert(
        _ kept: Kept, at place: RepeatableRequest.Place, about account: String?,
        in tx: Transaction
    ) throws -> Bool {
        let rows = try tx.run(
            """
            insert into kept_answer (
                scope, turn, key_hash, account_id, fingerprint, status, sealed_answer, created_at
            )
            values (
                \(place.scope),
                (select coalesce(max(turn), 0) + 1 from kept_answer where scope = \(place.scope)),
                \(place.keyHash), \(account), \(kept.fingerprint), \(kept.status),
                \(kept.sealed), \(tx.now)
            )
            on conflict (scope, key_hash) do nothing
            """)
        return rows == 1
    }

    /// Deletes a place's answer where it is too old to count.
    static func free(
        _ place: RepeatableRequest.Place, keptUntil moment: Instant, in tx: Transaction
    ) throws {
        try tx.run(
            """
            delete from kept_answer
            where scope = \(place.scope) and key_hash = \(place.keyHash)
                and created_at <= \(moment)
            """)
    }

    /// Deletes a few of those that are too old to count.
    static func sweep(
        keptUntil moment: Instant, atMost limit: Int, in tx: Transaction
    ) throws {
        try tx.run(
            """
            delete from kept_answer
            where number in (
                select number
                from kept_answer
                where created_at <= \(moment)
                order by created_at
                limit \(limit)
            )
            """)
    }

    /// Deletes the oldest of a scope. Turns are counted, not rows, so that it takes no longer where there
    /// are many: of those that went before their time, there are fewer left than there might be.
    static func trim(_ scope: String, to most: Int, in tx: Transaction) throws {
        try tx.run(
            """
            delete from kept_answer
            where scope = \(scope)
                and turn <= (select max(turn) from kept_answer where scope = \(scope)) - \(most)
            """)
    }

    /// Deletes the oldest of all, counted in the same way.
    static func trim(to most: Int, in tx: Transaction) throws {
        try tx.run(
            """
            delete from kept_answer
            where number <= (select max(number) from kept_answer) - \(most)
            """)
    }

    static func deleteAll(of account: String, in tx: Transaction) throws {
        try tx.run("delete from kept_answer where account_id = \(account)")
    }
}
