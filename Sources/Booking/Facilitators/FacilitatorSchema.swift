import JSON
import Web

extension Facilitator {
    static let answer: Answer<Facilitator> = .object(
        "Facilitator",
        [
            .init("id", .uuid, "The id of the account.") { $0.id },
            .init("name", .text, "What the person is called.") { $0.name },
            .init("bio", nullable: .text, "What the person says of themselves.") { $0.bio },
            .init("specialization", nullable: .text, "A field of work.") { $0.specialization },
            .init(
                "rating_average", nullable: .number,
                "Of the sessions, from 1 to 5; null without ratings."
            ) { $0.ratingAverage },
            .init("rating_count", .integer, "How many have rated the sessions.") {
                $0.ratingCount
            },
            .init("created_at", .instant, "Since when the person leads sessions.") {
                $0.createdAt
            },
            .init("updated_at", .instant, "When this was last changed.") { $0.updatedAt },
        ])

    /// A new tag at each change, and at each rating.
    static func tag(_ facilitator: Facilitator) -> String {
        "\"\(facilitator.version)-\(facilitator.ratingCount)-\(facilitator.ratingSum)\""
    }
}
