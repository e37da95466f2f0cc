import SQLite
import Time

/// The table of reviews, as entries make it.
enum ReviewStore {
    static func insert(_ facts: ReviewFacts, _ head: EntryHead, _ tables: ReadTables) throws {
        let subject = facts.subject
        try tables.run(
            """
            insert into review (
                number, id, booking, user_id, kind, item_id, host_id, rating, created_at,
                updated_at, version
            )
            values (
                \(head.seq), \(head.id),
                (select number from booking where id = \(facts.booking)), \(facts.user),
                \(subject.kind), \(subject.item), \(subject.host), \(facts.rating), \(head.at),
                \(head.at), \(head.version)
            )
            """)
        try RatingStore.add(facts.rating, of: subject, tables)
    }

    static func update(_ rating: Int, _ head: EntryHead, _ tables: ReadTables) throws {
        if let old = try rated(head, tables), old.rating != rating {
            try RatingStore.remove(old.rating, of: old.subject, tables)
            try RatingStore.add(rating, of: old.subject, tables)
        }
        try tables.run(
            """
            update review
            set rating = \(rating), updated_at = \(head.at), version = \(head.version)
            where id = \(head.id)
            """)
    }

    /// The row goes; the journal tells of it for ever.
    static func delete(_ head: EntryHead, _ tables: ReadTables) throws {
        if let old = try rated(head, tables) {
            try RatingStore.remove(old.rating, of: old.subject, tables)
        }
        try tables.run("delete from review where id = \(head.id)")
    }

    private static func rated(
        _ head: EntryHead, _ tables: ReadTables
    ) throws -> (subject: ReviewSubject, rating: Int)? {
        try tables.first(
            "select kind, item_id, host_id, rating from review where id = \(head.id)"
        ) { (subject: try subject($0, from: 0), rating: try $0.integer(3)) }
    }

    private static func subject(
        _ row: borrowing Row, from column: Int
    ) throws -> ReviewSubject {
        ReviewSubject(
            kind: BookingKind(rawValue: try row.text(column)) ?? .slot,
            item: try row.textIfAny(column + 1), host: try row.textIfAny(column + 2))
    }

    // MARK: Reading

    static func review(_ id: String, _ reader: Reader) throws -> Review? {
        try reader.first("select \(columns) from review \(joins) where review.id = \(id)", review)
    }

    /// The review of a booking.
    static func review(ofBooking id: String, _ reader: Reader) throws -> Review? {
        try reader.first("select \(columns) from review \(joins) where booking.id = \(id)", review)
    }

    static let columns: SQL = """
        review.number, review.id, booking.id, review.kind, review.item_id, review.host_id,
        review.rating, review_comment.comment, review.user_id, profile.name, account.version,
        review.created_at, review.updated_at, review.version
        """

    static let joins: SQL = """
        join booking on booking.number = review.booking
        join account on account.id = review.user_id
        left join profile on profile.account_id = review.user_id
        left join review_comment on review_comment.number = review.number
        """

    static func review(_ row: borrowing Row) throws -> Review {
        Review(
            id: try row.text(1), number: try row.integer(0), booking: try row.text(2),
            subject: try subject(row, from: 3), rating: try row.integer(6),
            comment: try row.textIfAny(7) ?? "",
            author: Review.Author(
                id: try row.text(8), name: try row.textIfAny(9), version: try row.integer(10)),
            createdAt: try row.instant(11), updatedAt: try row.instant(12),
            version: try row.integer(13))
    }
}
