import SQLite
import Web

/// The reviews of something, the newest first.
struct ReviewSearch: Sendable {
    let rated: Rated
    /// The lowest rating that is wanted.
    let lowest: Int
    let page: Page

    /// Whether it is answered within microseconds.
    var isQuick: Bool { page.isNear }

    func find(_ reader: Reader) throws -> [Review] {
        let numbers = try numbers(reader)
        guard !numbers.isEmpty else { return [] }
        return try reader.all(
            """
            select \(ReviewStore.columns)
            from review
            \(ReviewStore.joins)
            where review.number in (\(SQL.list(numbers)))
            order by review.number desc
            """, ReviewStore.review)
    }

    /// Those of each rating lie together, and their newest are merged: nothing is gone through that isn't
    /// wanted, and nothing is sorted.
    private func numbers(_ reader: Reader) throws -> [Int] {
        let ofEach = (lowest...Review.ratings.upperBound).map(numbers)
        return try reader.all(
            """
            \(SQL.joined(ofEach, by: " union all "))
            order by number desc
            limit \(page.limit) offset \(page.offset)
            """
        ) { try $0.integer(0) }
    }

    private func numbers(of rating: Int) -> SQL {
        """
        select number
        from review
        where kind = \(rated.kind) and item_id = \(rated.id) and rating = \(rating)
            and number < \(page.after?.number ?? Int.max)
        """
    }

    /// How many there are, by what is counted already.
    func count(_ reader: Reader) throws -> Int {
        try RatingStore.ratings(of: rated, reader).count(from: lowest)
    }
}
