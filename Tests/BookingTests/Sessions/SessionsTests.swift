import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Sessions")
struct SessionsTests {
    @Test("A facilitator gives one, and everybody with a token sees it")
    func given() async throws {
        let desk = try await SessionDesk()
        let answer = try await desk.tryGive(
            " Evening yoga ",
            ["description": "Relaxing", "capacity": 15, "price": try JSON.parse("30.5")])
        #expect(answer.status == 201)
        #expect(answer.json?["message"] == "Session created successfully")
        let session = try #require(answer.json?["session"])
        #expect(answer.json?["session_id"] == session["id"])
        let expected: [(String, JSON)] = [
            ("title", "Evening yoga"), ("description", "Relaxing"), ("facilitator", "fay"),
            ("facilitator_id", .string(desk.fay.id)), ("session_type", "session"),
            ("start_time", "2026-02-01T09:00:00.000Z"), ("end_time", "2026-02-01T10:00:00.000Z"),
            ("capacity", 15), ("price", try JSON.parse("30.5")), ("currency", "USD"),
            ("available_spots", 15), ("status", "active"), ("timezone", "Asia/Kolkata"),
        ]
        for (name, value) in expected { #expect(session[name] == value, "\(name)") }
        guard case .string(let id)? = session["id"] else { throw CancellationError() }
        let ann = try await desk.house.person("ann")
        let seen = try await desk.house.ask(.get, "/sessions/\(id)", as: ann)
        #expect(seen.json == session)
        #expect(seen["ETag"] != nil)
        #expect(try desk.entries(id) == ["session.created"])
        try desk.verify()
    }

    @Test("One place at no price is what it has where nothing else is said")
    func defaults() async throws {
        let session = try await SessionDesk().give("Retreat", ["session_type": "retreat"])
        #expect(session["session_type"] == "retreat")
        #expect(session["capacity"] == 1)
        #expect(try session["price"] == JSON.parse("0.0"))
        #expect(session["description"] == .null)
    }

    @Test("Its times may have any offset")
    func offsets() async throws {
        let session = try await SessionDesk().give(
            "Walk",
            [
                "start_time": "2026-02-01T09:00:00+05:30", "end_time": "2026-02-01T09:00:00+02:00",
            ])
        #expect(session["start_time"] == "2026-02-01T03:30:00.000Z")
        #expect(session["end_time"] == "2026-02-01T07:00:00.000Z")
    }

    @Test("What is wrong is told in the order of the doors, the body and the profile")
    func order() async throws {
        let desk = try await SessionDesk()
        let ann = try await desk.house.person("ann")
        let boss = try await desk.house.admin()
        let outcome = desk.house.outcome
        #expect(
            outcome(try await desk.house.ask(.post, "/sessions", [:]))
                == "401 authentication_required")
        let refused = try await desk.house.ask(.post, "/sessions", [:], as: ann)
        #expect(outcome(refused) == "403 permission_missing")
        #expect(refused.json?["error"] == "Insufficient permissions")
        let empty = try await desk.house.ask(.post, "/sessions", [:], as: boss)
        #expect(outcome(empty) == "422 invalid_request")
        let past = try await desk.tryGive("Yoga", ["start_time": "2020-01-01T00:00:00Z"], as: boss)
        #expect(outcome(past) == "422 invalid_request")
        let nobody = try await desk.tryGive("Yoga", as: boss)
        #expect(outcome(nobody) == "404 facilitator_profile_missing")
        #expect(try desk.countOfSessions() == 0)
        #expect(outcome(try await desk.house.ask(.get, "/sessions")).hasPrefix("401"))
    }

    @Test("PUT and PATCH both change what is named and keep the rest", arguments: ["PUT", "PATCH"])
    func changed(method: String) async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given("Meditation", ["description": "Calm", "capacity": 10])
        desk.house.clock.move(5)
        let answer = try await desk.house.ask(
            method == "PUT" ? .put : .patch, "/sessions/\(id)",
            [
                "title": "Walk", "capacity": 20, "session_type": "retreat", "price": 12,
                "start_time": "2026-03-01T19:00:00", "end_time": "2026-03-01T20:00:00",
            ], as: desk.fay)
        #expect(answer.status == 200)
        #expect(answer.json?["message"] == "Session updated successfully")
        let session = try #require(answer.json?["session"])
        let expected: [(String, JSON)] = [
            ("title", "Walk"), ("description", "Calm"), ("session_type", "retreat"),
            ("start_time", "2026-03-01T19:00:00.000Z"), ("end_time", "2026-03-01T20:00:00.000Z"),
            ("capacity", 20), ("available_spots", 20), ("price", try JSON.parse("12.0")),
        ]
        for (name, value) in expected { #expect(session[name] == value, "\(name)") }
        #expect(session["updated_at"] != session["created_at"])
        #expect(try await desk.see(id) == session)
        #expect(try await desk.titles("/sessions?q=walk") == ["Walk"])
        #expect(try await desk.titles("/sessions?q=medit") == [])
        #expect(try desk.entries(id) == ["session.created", "session.changed"])
        try desk.verify()
    }

    @Test("A change that changes nothing is no entry, and a description can be taken away")
    func unchanged() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given("Walk", ["description": "Far"])
        for change in [[:], ["title": "Walk", "start_time": "2026-02-01T10:00:00+01:00"]] as [JSON]
        {
            #expect(try await desk.change(id, change).status == 200)
        }
        #expect(try desk.entries(id) == ["session.created"])
        let emptied = try await desk.change(id, ["description": .null])
        #expect(emptied.json?["session"]?["description"] == .null)
    }

    @Test("Only its facilitator and who manages sessions change or cancel one")
    func ownership() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given()
        let gil = try await desk.house.person("gil", role: "facilitator")
        for answer in [
            try await desk.change(id, ["title": "Mine"], as: gil),
            try await desk.house.ask(.post, "/sessions/\(id)/cancel", as: gil),
            try await desk.house.ask(.delete, "/facilitator/sessions/\(id)", as: gil),
        ] {
            #expect(desk.house.outcome(answer) == "403 not_yours")
        }
        #expect(try desk.withdrawn() == [])
        let boss = try await desk.house.admin()
        #expect(try await desk.change(id, ["title": "Ours"], as: boss).status == 200)
        let cancelled = try await desk.house.ask(.post, "/sessions/\(id)/cancel", as: boss)
        #expect(cancelled.status == 200)
        #expect(try await desk.see(id)?["facilitator"] == "fay")
    }

    @Test("There can't be fewer places than are booked")
    func capacity() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given("Walk", ["capacity": 10])
        try await desk.book(3, of: id)
        let refused = try await desk.change(id, ["capacity": 2, "title": "Run"])
        #expect(desk.house.outcome(refused) == "409 capacity_below_bookings")
        #expect(try await desk.see(id)?["title"] == "Walk")
        #expect(try await desk.see(id)?["available_spots"] == 7)
        let full = try await desk.change(id, ["capacity": 3])
        #expect(full.json?["session"]?["available_spots"] == 0)
    }

    @Test("A change and a cancellation can be tied to what was seen")
    func preconditions() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given()
        let tag = try #require(
            try await desk.house.ask(.get, "/sessions/\(id)", as: desk.fay)["ETag"])
        let changed = try await desk.change(id, ["capacity": 2], [("If-Match", tag)])
        #expect(changed.status == 200)
        let newer = try #require(changed["ETag"])
        for answer in [
            try await desk.change(id, ["capacity": 3], [("If-Match", tag)]),
            try await desk.house.ask(
                .post, "/sessions/\(id)/cancel", as: desk.fay, [("If-Match", tag)]),
            try await desk.house.ask(
                .delete, "/facilitator/sessions/\(id)", as: desk.fay, [("If-Match", tag)]),
        ] {
            #expect(desk.house.outcome(answer) == "412 precondition_failed")
        }
        #expect(try await desk.change(id, ["capacity": 3], [("If-Match", newer)]).status == 200)
    }
}
