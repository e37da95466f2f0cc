import Chance
import JSON
import Testing
import Workbench

@testable import Booking

/// Whatever is posted, changed and deleted in whatever order: what is counted is what a naive count finds.
@Suite("Ratings at random")
struct RatingsPropertyTests {
    /// A booking that was completed, and its review if it has one.
    private struct Visit {
        let id: String
        let item: String
        var review: (id: String, rating: Int)?
    }

    @Test("Are exact behind every step, and after a replay", arguments: 1...4)
    func exact(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let desk = try await ReviewDesk()
        let fay = try await desk.house.person("fay", role: "facilitator")
        var visits = try await visits(desk, fay)
        for _ in 0..<60 {
            let index = Int.random(in: visits.indices, using: &random)
            visits[index].review = try await step(visits[index], desk, &random)
            try await compare(visits, desk, fay)
        }
        try desk.verify()
        try await desk.house.database.write { tx in
            _ = try Replay(try Chapters(Features.chapters)).rebuild(in: tx)
        }
        try await compare(visits, desk, fay)
    }

    private func visits(_ desk: ReviewDesk, _ fay: Person) async throws -> [Visit] {
        var visits: [Visit] = []
        let other = try await desk.offer()
        for service in [desk.service, desk.service, desk.service, other, other] {
            let id = try await desk.visit(service: service, as: desk.ann)
            visits.append(Visit(id: id, item: service))
        }
        for _ in 0..<3 {
            let session = try await desk.give(.session, as: fay)
            let id = try await desk.visit(.init("session_id", .string(session)))
            visits.append(Visit(id: id, item: fay.id))
        }
        return visits
    }

    /// Posts, changes or deletes.
    private func step(
        _ visit: Visit, _ desk: ReviewDesk, _ random: inout SeededGenerator
    ) async throws -> (id: String, rating: Int)? {
        let rating = Int.random(in: 1...5, using: &random)
        guard let review = visit.review else {
            let answer = try await desk.post(visit.id, rating)
            guard case .string(let id)? = answer.json?["id"] else { throw CancellationError() }
            return (id, rating)
        }
        let path = "/reviews/\(review.id)"
        if Bool.random(using: &random) {
            let answer = try await desk.house.ask(.delete, path, as: desk.ann)
            #expect(answer.status == 204)
            return nil
        }
        let change: JSON = ["rating": .integer(Int64(rating)), "comment": "Again"]
        #expect(try await desk.house.ask(.patch, path, change, as: desk.ann).status == 200)
        return (review.id, rating)
    }

    private func compare(_ visits: [Visit], _ desk: ReviewDesk, _ fay: Person) async throws {
        for service in Set(visits.map(\.item)).subtracting([fay.id]) {
            let ratings = visits.filter { $0.item == service }.compactMap(\.review?.rating)
            let members = (1...5).map { rating in
                JSON.Member("\(rating)", .integer(Int64(ratings.count { $0 == rating })))
            }
            let stats = try await desk.stats(service)
            #expect(stats["histogram"] == .object(members))
            #expect(stats["count"] == .integer(Int64(ratings.count)))
            #expect(stats["average"]?.doubleValue == average(ratings))
            let shown = try await desk.see("/services/\(service)")
            #expect(shown["rating_count"] == .integer(Int64(ratings.count)))
            #expect(shown["rating_average"]?.doubleValue == average(ratings))
            let list = try await desk.house.ask(.get, "/services/\(service)/reviews")
            #expect(list["X-Total-Count"] == "\(ratings.count)")
        }
        let led = visits.filter { $0.item == fay.id }.compactMap(\.review?.rating)
        let shown = try await desk.see("/facilitators/\(fay.id)")
        #expect(shown["rating_count"] == .integer(Int64(led.count)))
        #expect(shown["rating_average"]?.doubleValue == average(led))
    }

    private func average(_ ratings: [Int]) -> Double? {
        ratings.isEmpty ? nil : Double(ratings.reduce(0, +)) / Double(ratings.count)
    }
}
