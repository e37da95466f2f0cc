import SQLite

/// The table of how often each rating was given to what, and what services say of themselves by it.
enum RatingStore {
    static func add(_ rating: Int, of subject: ReviewSubject, _ tables: ReadTables) throws {
        for rated in subject.rated {
            try tables.run(
                """
                insert into rating_count (kind, rated_id, rating, number)
                values (\(rated.kind), \(rated.id), \(rating), 1)
                on conflict (kind, rated_id, rating) do update
                set number = number + 1
                """)
        }
        try rate(subject, by: 1, rating, tables)
    }

    /// Nothing is left of the last one, as if there had been none.
    static func remove(_ rating: Int, of subject: ReviewSubject, _ tables: ReadTables) throws {
        for rated in subject.rated {
            let wasLast = try tables.run(
                """
                delete from rating_count
                where kind = \(rated.kind) and rated_id = \(rated.id) and rating = \(rating)
                    and number = 1
                """)
            guard wasLast == 0 else { continue }
            try tables.run(
                """
                update rating_count
                set number = number - 1
                where kind = \(rated.kind) and rated_id = \(rated.id) and rating = \(rating)
                """)
        }
        try rate(subject, by: -1, -rating, tables)
    }

    private static func rate(
        _ subject: ReviewSubject, by count: Int, _ sum: Int, _ tables: ReadTables
    ) throws {
        guard subject.kind == .service, let id = subject.item else { return }
        try ServiceStore.rate(id, by: count, sum, tables)
    }

    static func ratings(of rated: Rated, _ reader: Reader) throws -> Ratings {
        let numbers = try reader.all(
            """
            select rating, number
            from rating_count
            where kind = \(rated.kind) and rated_id = \(rated.id)
            """
        ) { (try $0.integer(0), try $0.integer(1)) }
        return Ratings(Dictionary(numbers) { $0 + $1 })
    }
}
