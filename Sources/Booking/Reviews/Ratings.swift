import JSON

/// How often each rating was given.
struct Ratings: Sendable {
    /// By the rating; those that nobody has given may be missing.
    private let numbers: [Int: Int]

    init(_ numbers: [Int: Int]) {
        self.numbers = numbers
    }

    func number(of rating: Int) -> Int { numbers[rating] ?? 0 }

    /// How many there are of a rating and of those above it.
    func count(from lowest: Int = Review.ratings.lowerBound) -> Int {
        Review.ratings.filter { $0 >= lowest }.reduce(0) { $0 + number(of: $1) }
    }

    /// Nil where there are none.
    var average: Double? {
        let sum = Review.ratings.reduce(0) { $0 + $1 * number(of: $1) }
        return count() > 0 ? Double(sum) / Double(count()) : nil
    }

    static let answer: Answer<Ratings> = .object(
        "Ratings",
        [
            .init("count", .integer, "How many there are.") { $0.count() },
            .init("average", nullable: .number, "From 1 to 5; null without ratings.") {
                $0.average
            },
            .init("histogram", histogram, "How many there are of each.") { $0 },
        ])

    private static let histogram: Answer<Ratings> = .object(
        nil,
        Review.ratings.map { rating in
            .init("\(rating)", .integer, "How many gave \(rating).") { $0.number(of: rating) }
        })
}
