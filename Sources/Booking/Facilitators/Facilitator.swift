import Time
import Web

/// Somebody who leads sessions and retreats, as everybody may see them.
package struct Facilitator: Sendable, Equatable {
    /// The id of the account.
    package let id: String
    package let name: String
    package let bio: String?
    package let specialization: String?
    package let createdAt: Instant
    package let updatedAt: Instant
    /// How many entries have made the account and the facilitator what they are.
    let version: Int
    /// How many have rated sessions that this one leads, and the sum of what they gave.
    let ratingCount: Int
    let ratingSum: Int

    /// Nil until somebody has rated one.
    var ratingAverage: Double? {
        ratingCount > 0 ? Double(ratingSum) / Double(ratingCount) : nil
    }
}

extension Problem {
    package static var facilitatorProfileMissing: Problem {
        Problem(
            .notFound, "facilitator_profile_missing",
            "You have no facilitator's profile yet. Make one with PUT /me/facilitator.")
    }
}
