import HTTP
import JSON
import Testing
import Web
import Workbench

@testable import Booking

@Suite("What becomes of reviews")
struct ForgottenReviewsTests {
    private func count(_ desk: ReviewDesk) throws -> Int {
        try desk.house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from review_comment")
        }
    }

    @Test("Whose author leaves for good keep their rating, and lose the words and the name")
    func erased() async throws {
        let desk = try await ReviewDesk()
        let bob = try await desk.house.person("bob")
        _ = try await desk.posted(5, as: bob)
        let id = try await desk.posted(1)
        let tag = try #require(try await desk.house.ask(.get, "/reviews/\(id)")["ETag"])
        let left = try await desk.house.ask(.delete, "/users/\(desk.ann.id)", as: desk.admin)
        #expect(left.status == 204)
        let seen = try await desk.house.ask(
            .get, "/reviews/\(id)", as: nil, [("If-None-Match", tag)])
        #expect(seen.status == 200)
        let review = try #require(seen.json)
        #expect(review["rating"] == 1)
        #expect(review["user_id"] == .null)
        #expect(review["user_name"] == "")
        #expect(review["comment"] == "")
        #expect(try await desk.stats()["average"]?.doubleValue == 3)
        #expect(try await desk.ratings() == [1, 5])
        #expect(try count(desk) == 1)
        try desk.verify()
    }

    @Test("Who leaves for good while a review waits for its turn leaves no words behind")
    func late() async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.visit()
        let id = try await desk.posted(4)
        _ = try await desk.house.ask(.delete, "/users/\(desk.ann.id)", as: desk.admin)
        let ann = Caller(id: desk.ann.id, signIn: "gone", permissions: ["reviews:create"])
        let reviews = desk.house.catalogue.reviews
        let posting = await #expect(throws: Problem.self) {
            _ = try await reviews.create(
                NewReview(booking: booking, rating: 5, comment: "Late"), by: ann)
        }
        let request = try Request(.patch, "/", [], exchange: MemoryPeer())
        let changing = await #expect(throws: Problem.self) {
            _ = try await reviews.change(
                id, ReviewChange(rating: .keep, comment: .set("Late")),
                if: Precondition(request), by: ann)
        }
        #expect([posting?.code, changing?.code] == ["invalid_token", "invalid_token"])
        #expect(try count(desk) == 0)
        try desk.verify()
    }

    @Test("Whose author has left for good can still be moderated")
    func moderated() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted(1)
        _ = try await desk.house.ask(.delete, "/users/\(desk.ann.id)", as: desk.admin)
        #expect(try await desk.house.ask(.delete, "/reviews/\(id)", as: desk.admin).status == 204)
        #expect(try await desk.stats()["count"] == 0)
        try desk.verify()
    }

    @Test("Whose author is suspended stay as they are")
    func suspended() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted(1)
        _ = try await desk.house.ask(
            .patch, "/users/\(desk.ann.id)", ["status": "suspended"], as: desk.admin)
        #expect(try await desk.see("/reviews/\(id)")["user_name"] == "ann")
    }

    @Test("A booking that is deleted takes its review with it")
    func booking() async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.visit()
        _ = try await desk.posted(5)
        let posted = try await desk.post(booking, 1).json?["id"]
        guard case .string(let id)? = posted else { throw CancellationError() }
        let deleted = try await desk.house.ask(.delete, "/bookings/\(booking)", as: desk.admin)
        #expect(deleted.status == 204)
        #expect(try await desk.house.ask(.get, "/reviews/\(id)").status == 404)
        #expect(desk.outcome(try await desk.post(booking)) == "404 not_found")
        #expect(try await desk.stats()["average"]?.doubleValue == 5)
        #expect(try desk.entries(id) == ["review.posted", "review.deleted"])
        #expect(try count(desk) == 1)
        try desk.verify()
    }

    @Test("A booking without one is deleted as ever")
    func noReview() async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.visit()
        let deleted = try await desk.house.ask(.delete, "/bookings/\(booking)", as: desk.admin)
        #expect(deleted.status == 204)
    }

    @Test("The words are in no entry, and go with the review")
    func words() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted(5)
        _ = try await desk.house.ask(
            .patch, "/reviews/\(id)", ["comment": "Unheard of", "rating": 4], as: desk.ann)
        let journal = try await desk.house.ask(.get, "/journal?limit=100", as: desk.admin)
        #expect(journal.text.contains("review.changed"))
        #expect(!journal.text.contains("Lovely"))
        #expect(!journal.text.contains("Unheard of"))
        _ = try await desk.house.ask(.delete, "/reviews/\(id)", as: desk.ann)
        #expect(try count(desk) == 0)
    }

    @Test("Are in what a person takes along, words and all, and nobody else's")
    func exported() async throws {
        let desk = try await ReviewDesk()
        let bob = try await desk.house.person("bob")
        let id = try await desk.posted(4)
        _ = try await desk.posted(1, as: bob)
        let export = try await desk.house.ask(.get, "/me/export", as: desk.ann)
        let own = try await desk.see("/reviews/\(id)")
        #expect(own["comment"] == "Lovely")
        #expect(export.json?["held"]?["reviews"] == .array([own]))
    }
}
