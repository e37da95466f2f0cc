import Time
import Web

/// What somebody thinks of something that they have booked and that has taken place.
struct Review: Sendable, Equatable {
    /// Whose it is.
    struct Author: Sendable, Equatable {
        /// The account, which says nothing any more of whoever was erased.
        let id: String
        /// What the person is called now; nil of whoever was erased.
        let name: String?
        /// How many entries have made the account what it is.
        let version: Int
    }

    let id: String
    /// Newer ones have higher numbers.
    let number: Int
    let booking: String
    let subject: ReviewSubject
    let rating: Int
    /// Empty where its author was erased.
    let comment: String
    let author: Author
    let createdAt: Instant
    let updatedAt: Instant
    /// How many entries have made it what it is.
    let version: Int

    /// Where it stands in a list of the newest.
    var place: Cursor { Cursor(order: number, number: number) }

    /// From the worst to the best.
    static let ratings = 1...5
}

extension Problem {
    static var notCompleted: Problem {
        Problem(.badRequest, "not_completed", "Only what was completed can be reviewed.")
    }

    static var reviewExists: Problem {
        Problem(.conflict, "review_exists", "You have reviewed this booking already.")
    }

    /// Somebody else's booking.
    static var notYoursToReview: Problem {
        .notYours.saying("Only whose booking it is may review it.")
    }

    /// Somebody else's review.
    static var notYourReview: Problem {
        .notYours.saying("Only who has written the review may do this.")
    }
}
