import JSON

/// What the harbour of the tests keeps.
struct Boat: Sendable, Equatable {
    var id = "0190a6f0-1111-7000-8000-000000000001"
    var name = "Ada"
    var seats = 4
    var owner: String?

    static let answer: Answer<Boat> = .object(
        "Boat",
        [
            .init("id", .uuid, "Its id.") { $0.id },
            .init("name", .text, "Its name.") { $0.name },
            .init("seats", .integer, "How many it carries.") { $0.seats },
            .init("owner", nullable: .text, "Whose it is.") { $0.owner },
        ])
}
