import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Reviews")
struct ReviewsTests {
    @Test("Whose booking was completed says what they think, and everybody reads it")
    func posted() async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.visit()
        let answer = try await desk.post(booking, 4, "  Warm hands \n")
        #expect(answer.status == 201)
        let review = try #require(answer.json)
        #expect(review["booking_id"] == .string(booking))
        #expect(review["service_id"] == .string(desk.service))
        #expect(review["item_id"] == .string(desk.service))
        #expect(review["kind"] == "service")
        #expect(review["user_id"] == .string(desk.ann.id))
        #expect(review["user_name"] == "ann")
        #expect(review["rating"] == 4)
        #expect(review["comment"] == "Warm hands")
        #expect(review["created_at"] == review["updated_at"])
        guard case .string(let id)? = review["id"] else { throw CancellationError() }
        #expect(try await desk.see("/reviews/\(id)") == review)
        #expect(try desk.entries(id) == ["review.posted"])
        try desk.verify()
    }

    @Test("Everything that can be booked can be reviewed", arguments: OccasionKind.allCases)
    func occasions(kind: OccasionKind) async throws {
        let desk = try await ReviewDesk()
        let host =
            kind == .session
            ? try await desk.house.person("fay", role: "facilitator") : desk.admin
        let item = try await desk.give(kind, as: host)
        let booking = try await desk.visit(.init("\(kind.rawValue)_id", .string(item)))
        let review = try await desk.post(booking).json
        #expect(review?["kind"] == .string(kind.rawValue))
        #expect(review?["item_id"] == .string(item))
        #expect(review?["service_id"] == .null)
        try desk.verify()
    }

    @Test("Who may review a booking is told so among what may be done with it")
    func action() async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.book(as: desk.ann)
        let review = { (person: Person) in
            try await desk.house.ask(.get, "/bookings/\(booking)/actions", as: person)
                .json?["review"]
        }
        #expect(try await review(desk.ann)?["code"] == "not_completed")
        try await desk.complete(booking)
        #expect(try await review(desk.ann)?["allowed"] == .bool(true))
        #expect(try await review(desk.admin)?["code"] == "not_yours")
        #expect(try await desk.post(booking).status == 201)
        #expect(try await review(desk.ann)?["code"] == "review_exists")
    }

    @Test("Nobody reviews what they lead themselves")
    func ownSession() async throws {
        let desk = try await ReviewDesk()
        let fay = try await desk.house.person("fay", role: "facilitator")
        let session = try await desk.give(.session, as: fay)
        let booking = try await desk.visit(.init("session_id", .string(session)), as: fay)
        let answer = try await desk.post(booking, as: fay)
        #expect(desk.house.outcome(answer) == "403 not_yours")
    }

    @Test("Time of the house itself can be reviewed too, and is no item")
    func slot() async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.visit(.init("slot", .string(desk.nextHour())))
        let review = try await desk.post(booking).json
        #expect(review?["kind"] == "slot")
        #expect(review?["item_id"] == .null)
        #expect(review?["service_id"] == .null)
        try desk.verify()
    }

    @Test("Only who is signed in and may review posts one")
    func doors() async throws {
        let desk = try await ReviewDesk()
        let nobody = try await desk.house.ask(.post, "/reviews", ["rating": 9])
        #expect(desk.outcome(nobody) == "401 authentication_required")
        let bob = try await desk.house.person("bob", role: "public")
        let visitor = try await desk.house.ask(.post, "/reviews", ["rating": 9], as: bob)
        #expect(desk.outcome(visitor) == "403 permission_missing")
    }

    @Test("Of all that is wrong with a review, the first in the order of checks is told")
    func order() async throws {
        let desk = try await ReviewDesk()
        let bob = try await desk.house.person("bob")
        let nowhere = "01890000-0000-7000-8000-000000000000"
        #expect(desk.outcome(try await desk.post(nowhere, 0)) == "422 invalid_request")
        #expect(desk.outcome(try await desk.post(nowhere)) == "404 not_found")
        let booking = try await desk.book(as: desk.ann)
        #expect(desk.outcome(try await desk.post(booking, as: bob)) == "403 not_yours")
        #expect(desk.outcome(try await desk.post(booking)) == "400 not_completed")
        try await desk.complete(booking)
        #expect(desk.outcome(try await desk.post(booking, as: bob)) == "403 not_yours")
        #expect(desk.outcome(try await desk.post(booking, as: desk.admin)) == "403 not_yours")
        #expect(try await desk.post(booking).status == 201)
        #expect(desk.outcome(try await desk.post(booking, 1)) == "409 review_exists")
        #expect(desk.outcome(try await desk.post(booking, as: bob)) == "403 not_yours")
        #expect(try await desk.stats()["count"] == 1)
    }

    @Test(
        "What isn't completed can't be reviewed",
        arguments: ["confirmed", "no_show", "cancelled"])
    func states(state: String) async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.book(as: desk.ann)
        _ = try await desk.house.ask(
            .patch, "/bookings/\(booking)", ["status": .string(state)], as: desk.admin)
        #expect(desk.outcome(try await desk.post(booking)) == "400 not_completed")
        #expect(try await desk.stats()["count"] == 0)
    }

    @Test("Two visits are two reviews")
    func twice() async throws {
        let desk = try await ReviewDesk()
        _ = try await desk.posted(1)
        _ = try await desk.posted(5)
        #expect(try await desk.ratings() == [5, 1])
    }

    @Test("Sent again with its key it gets its first answer, and is posted once")
    func repeated() async throws {
        let desk = try await ReviewDesk()
        let body: JSON = [
            "booking_id": .string(try await desk.visit()), "rating": 4, "comment": "Calm",
        ]
        let key = [("Idempotency-Key", "1")]
        let first = try await desk.house.ask(.post, "/reviews", body, as: desk.ann, key)
        let again = try await desk.house.ask(.post, "/reviews", body, as: desk.ann, key)
        #expect(again.status == 201)
        #expect(again["Idempotency-Replayed"] == "true")
        #expect(again.body == first.body)
        #expect(try await desk.stats()["count"] == 1)
    }

    // MARK: Changing

    @Test("Its author changes the rating, the words, or both")
    func changed() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted(2)
        desk.house.clock.move(5)
        let rated = try await desk.house.ask(
            .patch, "/reviews/\(id)", ["rating": 3], as: desk.ann)
        #expect(rated.json?["rating"] == 3)
        #expect(rated.json?["comment"] == "Lovely")
        #expect(rated.json?["updated_at"] != rated.json?["created_at"])
        let worded = try await desk.house.ask(
            .patch, "/reviews/\(id)", ["comment": "Fine"], as: desk.ann)
        #expect(worded.json?["rating"] == 3)
        #expect(worded.json?["comment"] == "Fine")
        #expect(try await desk.see("/reviews/\(id)") == worded.json)
        #expect(try desk.entries(id) == ["review.posted", "review.changed", "review.changed"])
        try desk.verify()
    }

    @Test("What changes nothing is no entry, and has the same tag")
    func unchanged() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted(2)
        let tag = try await desk.house.ask(.get, "/reviews/\(id)")["ETag"]
        for change: JSON in [[:], ["rating": 2, "comment": " Lovely "]] {
            let same = try await desk.house.ask(.patch, "/reviews/\(id)", change, as: desk.ann)
            #expect(same.status == 200)
            #expect(same["ETag"] == tag)
        }
        #expect(try desk.entries(id) == ["review.posted"])
    }

    @Test("Nobody else changes it, admins neither")
    func othersChange() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted()
        let bob = try await desk.house.person("bob")
        for (person, outcome) in [
            (nil, "401 authentication_required"), (bob, "403 not_yours"),
            (desk.admin, "403 not_yours"),
        ] {
            let answer = try await desk.house.ask(
                .patch, "/reviews/\(id)", ["rating": 1], as: person)
            #expect(desk.outcome(answer) == outcome)
        }
        #expect(try await desk.see("/reviews/\(id)")["rating"] == 5)
    }

    @Test("A stale tag changes and deletes nothing")
    func preconditions() async throws {
        let desk = try await ReviewDesk()
        let path = "/reviews/\(try await desk.posted(2))"
        let tag = try #require(try await desk.house.ask(.get, path)["ETag"])
        let seen = try await desk.house.ask(.get, path, as: nil, [("If-None-Match", tag)])
        #expect(seen.status == 304)
        let fresh = try await desk.house.ask(
            .patch, path, ["rating": 4], as: desk.ann, [("If-Match", tag)])
        #expect(fresh.json?["rating"] == 4)
        for answer in [
            try await desk.house.ask(
                .patch, path, ["rating": 1], as: desk.ann, [("If-Match", tag)]),
            try await desk.house.ask(.delete, path, as: desk.ann, [("If-Match", tag)]),
            try await desk.house.ask(.delete, path, as: desk.admin, [("If-Match", tag)]),
        ] {
            #expect(desk.outcome(answer) == "412 precondition_failed")
        }
        #expect(try await desk.see(path)["rating"] == 4)
    }

    @Test("A new name of its author shows at once, and is a new tag")
    func renamed() async throws {
        let desk = try await ReviewDesk()
        let path = "/reviews/\(try await desk.posted())"
        let tag = try #require(try await desk.house.ask(.get, path)["ETag"])
        _ = try await desk.house.ask(.patch, "/me", ["name": "Ann Lee"], as: desk.ann)
        let now = try await desk.house.ask(.get, path, as: nil, [("If-None-Match", tag)])
        #expect(now.status == 200)
        #expect(now.json?["user_name"] == "Ann Lee")
    }

    // MARK: Deleting

    @Test("Its author deletes it, and may review again")
    func deleted() async throws {
        let desk = try await ReviewDesk()
        let booking = try await desk.visit()
        let first = try await desk.post(booking, 1).json?["id"]
        guard case .string(let id)? = first else { throw CancellationError() }
        let deleted = try await desk.house.ask(.delete, "/reviews/\(id)", as: desk.ann)
        #expect(deleted.status == 204)
        for answer in [
            try await desk.house.ask(.get, "/reviews/\(id)"),
            try await desk.house.ask(.patch, "/reviews/\(id)", ["rating": 1], as: desk.ann),
            try await desk.house.ask(.delete, "/reviews/\(id)", as: desk.ann),
        ] {
            #expect(desk.outcome(answer) == "404 not_found")
        }
        #expect(try desk.entries(id) == ["review.posted", "review.deleted"])
        let second = try await desk.post(booking, 4)
        #expect(second.status == 201)
        #expect(second.json?["id"] != first)
        #expect(try await desk.ratings() == [4])
        try desk.verify()
    }

    @Test("Who moderates reviews deletes anybody's, and nobody else does")
    func moderated() async throws {
        let desk = try await ReviewDesk()
        let id = try await desk.posted()
        let bob = try await desk.house.person("bob")
        let others = try await desk.house.ask(.delete, "/reviews/\(id)", as: bob)
        #expect(desk.outcome(others) == "403 not_yours")
        #expect(try await desk.house.ask(.delete, "/reviews/\(id)").status == 401)
        #expect(try await desk.house.ask(.delete, "/reviews/\(id)", as: desk.admin).status == 204)
        #expect(try await desk.house.ask(.get, "/reviews/\(id)").status == 404)
    }
}
