import SQLite

/// The words of a review. They belong to their author, so they aren't in the journal.
enum ReviewComment {
    static func insert(
        _ comment: String, _ number: Int, of user: String, in tx: Transaction
    ) throws {
        try tx.run(
            """
            insert into review_comment (number, user_id, comment)
            values (\(number), \(user), \(comment))
            """)
    }

    static func update(_ comment: String, _ number: Int, in tx: Transaction) throws {
        try tx.run("update review_comment set comment = \(comment) where number = \(number)")
    }

    static func delete(_ number: Int, in tx: Transaction) throws {
        try tx.run("delete from review_comment where number = \(number)")
    }

    /// Everything that somebody has written.
    static func deleteAll(of user: String, in tx: Transaction) throws {
        try tx.run("delete from review_comment where user_id = \(user)")
    }
}
