import HTTP
import JSON
import SQLite
import Web

/// What people think of what they have booked.
///
/// A review and the ratings that it counts among change in one transaction, so no average is ever off.
package struct Reviews: Sendable {
    private let database: Database
    private let journal: Journal
    private let ids: Ids
    let idempotency: Idempotency

    package init(
        database: Database, journal: Journal, ids: Ids, idempotency: Idempotency
    ) {
        self.database = database
        self.journal = journal
        self.ids = ids
        self.idempotency = idempotency
    }

    /// Posts the review of a booking that its owner has been to.
    func create(
        _ new: NewReview, by caller: Caller, once: Once<Review> = .always
    ) async throws -> Review {
        try await database.write { tx in
            guard let view = try BookingViews.view(new.booking, tx) else {
                throw Problem.unknown("booking")
            }
            if view.booking.user == caller.id { try Reviews.checkIsThere(view.customer.name) }
            if let refusal = try Reviews.refusal(of: view, caller, tx) { throw refusal }
            let facts = ReviewFacts(
                booking: new.booking, user: caller.id,
                subject: ReviewSubject(
                    kind: view.booking.kind, item: view.item?.id, host: view.item?.host),
                rating: new.rating)
            let id = ids.next(at: tx.now)
            let head = try journal.record(
                ReviewEntries.posted, facts, of: id, by: caller.id, in: tx)
            try ReviewComment.insert(new.comment, head.seq, of: caller.id, in: tx)
            let review = try found(id, tx)
            try once.keep(review, in: tx)
            return review
        }
    }

    /// Changes one's own review.
    func change(
        _ id: String, _ change: ReviewChange, if precondition: Precondition, by caller: Caller
    ) async throws -> Review {
        try await database.write { tx in
            let review = try found(id, tx)
            guard review.author.id == caller.id else { throw Problem.notYourReview }
            try Reviews.checkIsThere(review.author.name)
            try precondition.check(Review.tag(review))
            let rating = change.rating.applied(to: review.rating)
            let comment = change.comment.applied(to: review.comment)
            let isReworded = !comment.hasSameBytes(as: review.comment)
            guard isReworded || rating != review.rating else { return review }
            try journal.record(
                ReviewEntries.changed, ReviewRating(rating: rating), of: id, by: caller.id,
                in: tx)
            if isReworded { try ReviewComment.update(comment, review.number, in: tx) }
            return try found(id, tx)
        }
    }

    /// Takes a review away: its author's own, or anybody's for who moderates them.
    func delete(_ id: String, if precondition: Precondition, by caller: Caller) async throws {
        try await database.write { tx in
            let review = try found(id, tx)
            let mayModerate = caller.permissions.contains("reviews:moderate")
            guard review.author.id == caller.id || mayModerate else {
                throw Problem.notYourReview
            }
            try precondition.check(Review.tag(review))
            try Reviews.delete(review, by: caller.id, journal, in: tx)
        }
    }

    private static func delete(
        _ review: Review, by actor: String?, _ journal: Journal, in tx: Transaction
    ) throws {
        try journal.record(ReviewEntries.deleted, Nothing(), of: review.id, by: actor, in: tx)
        try ReviewComment.delete(review.number, in: tx)
    }

    /// Who left for good while this was waiting for its turn leaves no words behind.
    private static func checkIsThere(_ name: String?) throws(Problem) {
        guard name != nil else { throw .invalidToken }
    }

    private func found(_ id: String, _ reader: Reader) throws -> Review {
        guard let review = try ReviewStore.review(id, reader) else { throw Problem.notFound }
        return review
    }

    // MARK: Reading

    func review(_ id: String, within time: Duration) throws -> Review {
        try database.read(within: time) { try found(id, $0) }
    }

    /// A page of the reviews of something.
    func list(
        _ search: ReviewSearch, _ request: Request, within time: Duration
    ) async throws -> Listing<Review> {
        let find = { @Sendable (reader: Reader) in
            if search.rated.kind == .service {
                try Reviews.checkService(search.rated.id, reader)
            }
            return (reviews: try search.find(reader), total: try search.count(reader))
        }
        let found = try await database.read(isQuick: search.isQuick, within: time, find)
        return search.page.listing(
            found.reviews, of: found.total, endingAt: found.reviews.last?.place, for: request)
    }

    func ratings(ofService id: String, within time: Duration) throws -> Ratings {
        try database.read(within: time) { reader in
            try Reviews.checkService(id, reader)
            return try RatingStore.ratings(of: Rated(.service, id), reader)
        }
    }

    private static func checkService(_ id: String, _ reader: Reader) throws {
        guard try ServiceStore.service(id, reader) != nil else { throw Problem.notFound }
    }
}

extension Reviews {
    /// Why somebody can't review a booking now; nil where they can.
    static func refusal(
        of view: BookingView, _ caller: Caller, _ reader: Reader
    ) throws -> Problem? {
        guard view.booking.user == caller.id else { return .notYoursToReview }
        guard view.item?.host != caller.id else { return .nobodysJudge }
        guard view.booking.state == .completed else { return .notCompleted }
        return try ReviewStore.review(ofBooking: view.booking.id, reader) == nil
            ? nil : .reviewExists
    }

    /// What bookings have to know of their reviews.
    package static func sequel(_ journal: Journal) -> Bookings.Sequel {
        Bookings.Sequel(
            deletion: deletion(journal),
            refusal: { view, caller, reader in
                guard caller.permissions.contains("reviews:create") else {
                    return .permissionMissing
                }
                return try refusal(of: view, caller, reader)
            })
    }

    /// Takes the review of a booking away with it, within the transaction that deletes the booking.
    private static func deletion(_ journal: Journal) -> Bookings.Sequel.Deletion {
        { booking, actor, tx in
            guard let review = try ReviewStore.review(ofBooking: booking, tx) else { return }
            try delete(review, by: actor, journal, in: tx)
        }
    }

    /// Forgets the words of somebody who leaves for good. The ratings stay, by nobody: others rely on them.
    static func forget(account: String, in tx: Transaction) throws {
        try ReviewComment.deleteAll(of: account, in: tx)
    }

    /// Nobody has more; an export has to end.
    private static let mostHeld = 100_000

    /// All reviews of somebody, as an export shows them.
    static func holdings(of account: String, _ reader: Reader) throws -> [JSON] {
        try reader.all(
            """
            select \(ReviewStore.columns)
            from review
            \(ReviewStore.joins)
            where review.user_id = \(account)
            order by review.number
            limit \(mostHeld)
            """, ReviewStore.review
        ).map { try JSON.parse(Review.answer.bytes(of: $0)) }
    }
}
