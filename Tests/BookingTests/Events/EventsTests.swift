import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Events")
struct EventsTests {
    @Test("An admin announces one, and everybody sees it")
    func announced() async throws {
        let desk = try await EventDesk()
        let event = try await desk.announce(
            " Tech Conference ", ["price": try JSON.parse("19.99"), "description": "Talks"])
        let expected: [(String, JSON)] = [
            ("event_name", "Tech Conference"), ("event_venue", "Convention Center"),
            ("event_date", "2026-02-01T09:00:00.000Z"), ("event_end", .null),
            ("event_availibility", 100), ("event_availability", 100), ("event_capacity", 100),
            ("price", try JSON.parse("19.99")), ("currency", "USD"), ("status", "active"),
            ("description", "Talks"), ("timezone", "Asia/Kolkata"),
        ]
        for (name, value) in expected { #expect(event[name] == value, "\(name)") }
        #expect(event["event_id"] == event["id"])
        guard case .string(let id)? = event["id"] else { throw CancellationError() }
        let seen = try await desk.house.ask(.get, "/events/\(id)")
        #expect(seen.json == event)
        #expect(seen["ETag"] != nil)
        #expect(try await desk.names() == ["Tech Conference"])
        #expect(try desk.entries(id) == ["event.created"])
        try desk.verify()
    }

    @Test("It may end, cost nothing, have no places, and be spelled as others do")
    func said() async throws {
        let desk = try await EventDesk()
        let answer = try await desk.house.ask(
            .post, "/events",
            [
                "event_name": "Fair", "event_venue": "Hall", "event_availability": 0,
                "event_date": "2026-02-01T09:00:00+05:30", "event_end": "2026-02-03T09:00:00Z",
            ], as: desk.admin)
        #expect(answer.status == 201)
        #expect(answer.json?["event_date"] == "2026-02-01T03:30:00.000Z")
        #expect(answer.json?["event_end"] == "2026-02-03T09:00:00.000Z")
        #expect(answer.json?["event_capacity"] == 0)
        #expect(answer.json?["description"] == .null)
        #expect(try answer.json?["price"] == JSON.parse("0.0"))
    }

    @Test("Only who may write events announces, changes or cancels one")
    func doors() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        let ann = try await desk.house.person("ann")
        for (person, outcome) in [
            (nil, "401 authentication_required"), (ann, "403 permission_missing"),
        ] {
            for answer in [
                try await desk.house.ask(.post, "/events", ["event_name": 1], as: person),
                try await desk.house.ask(.patch, "/events/\(id)", [:], as: person),
                try await desk.house.ask(.post, "/events/\(id)/cancel", as: person),
            ] {
                #expect(desk.house.outcome(answer) == outcome)
                if person != nil {
                    #expect(
                        answer.json?["detail"]
                            == "Not authorized to create event. Must be an Admin")
                }
            }
        }
        #expect(try desk.entries(id) == ["event.created"])
    }

    @Test("A change tells what is new, and keeps what it doesn't name")
    func changed() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced("Conference", ["description": "Talks"])
        desk.house.clock.move(5)
        let changed = try await desk.change(
            id,
            [
                "event_name": "Fair", "event_venue": "Hall 7", "price": 5,
                "event_date": "2026-03-01T09:00:00", "event_end": "2026-03-02T09:00:00",
            ])
        #expect(changed.status == 200)
        let expected: [(String, JSON)] = [
            ("event_name", "Fair"), ("event_venue", "Hall 7"), ("description", "Talks"),
            ("price", try JSON.parse("5.0")), ("event_capacity", 100),
            ("event_date", "2026-03-01T09:00:00.000Z"), ("event_end", "2026-03-02T09:00:00.000Z"),
        ]
        for (name, value) in expected { #expect(changed.json?[name] == value, "\(name)") }
        #expect(changed.json?["updated_at"] != changed.json?["created_at"])
        let emptied = try await desk.change(id, ["event_end": .null, "description": .null])
        #expect(emptied.json?["event_end"] == .null)
        #expect(emptied.json?["description"] == .null)
        #expect(try await desk.names("?q=fair") == ["Fair"])
        #expect(try desk.entries(id) == ["event.created", "event.changed", "event.changed"])
        try desk.verify()
    }

    @Test("A change that changes nothing is no entry")
    func unchanged() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        for change in [[:], ["event_name": "Conference", "event_capacity": 100]] as [JSON] {
            #expect(try await desk.change(id, change).status == 200)
        }
        #expect(try desk.entries(id) == ["event.created"])
    }

    @Test("Places are set in all, or as those that are left beside the booked ones")
    func places() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        try await desk.book(30, of: id)
        #expect(try await desk.see(id)?["event_availibility"] == 70)
        let changes: [(JSON, capacity: JSON, free: JSON)] = [
            (["event_capacity": 50], 50, 20), (["event_availibility": 5], 35, 5),
            (["event_availability": 0], 30, 0), (["event_capacity": 30], 30, 0),
        ]
        for (change, capacity, free) in changes {
            let answer = try await desk.change(id, change)
            #expect(answer.json?["event_capacity"] == capacity)
            #expect(answer.json?["event_availibility"] == free)
            #expect(answer.json?["event_availability"] == free)
        }
        let below = try await desk.change(id, ["event_capacity": 29, "event_name": "Fair"])
        #expect(desk.house.outcome(below) == "409 capacity_below_bookings")
        #expect(try await desk.see(id)?["event_name"] == "Conference")
    }

    @Test("A change and a cancellation can be tied to what was seen")
    func preconditions() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        let tag = try #require(try await desk.house.ask(.get, "/events/\(id)")["ETag"])
        let changed = try await desk.change(id, ["price": 1], [("If-Match", tag)])
        let newer = try #require(changed["ETag"])
        for answer in [
            try await desk.change(id, ["price": 2], [("If-Match", tag)]),
            try await desk.cancel(id, [("If-Match", tag)]),
        ] {
            #expect(desk.house.outcome(answer) == "412 precondition_failed")
        }
        // A booking changes what may be decided.
        try await desk.book(1, of: id)
        #expect(try await desk.change(id, ["price": 2], [("If-Match", newer)]).status == 412)
    }

    @Test("An event is cancelled with its bookings, and again without an error")
    func cancelled() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        for _ in 1...2 {
            let answer = try await desk.cancel(id)
            #expect(answer.status == 200)
            #expect(answer.json?["status"] == "cancelled")
            #expect(try desk.withdrawn() == [id])
        }
        #expect(try await desk.names() == [])
        #expect(try await desk.total() == "0")
        #expect(try await desk.see(id)?["status"] == "cancelled")
        let late = try await desk.change(id, ["price": 1])
        #expect(desk.house.outcome(late) == "400 already_cancelled")
        #expect(try desk.entries(id) == ["event.created", "event.cancelled"])
        try desk.verify()
    }

    @Test("Where its bookings can't be cancelled, it isn't cancelled")
    func atomic() async throws {
        let desk = try await EventDesk { occasion, _, tx in
            try tx.run("insert into withdrawn values (\(occasion.id))")
            throw CancellationError()
        }
        let id = try await desk.announced()
        #expect(try await desk.cancel(id).status >= 500)
        #expect(try desk.withdrawn() == [])
        #expect(try await desk.see(id)?["status"] == "active")
        #expect(try desk.entries(id) == ["event.created"])
    }

    @Test("One that is past can't be changed or cancelled, and is to be seen still")
    func past() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced(
            "Talk", ["event_date": "2026-01-15T09:10:00Z", "event_end": "2026-01-15T12:00:00Z"])
        desk.house.clock.move(600)
        for answer in [try await desk.change(id, ["price": 1]), try await desk.cancel(id)] {
            #expect(desk.house.outcome(answer) == "400 already_started")
        }
        #expect(try await desk.names() == [])
        #expect(try await desk.see(id)?["event_name"] == "Talk")
        #expect(try desk.withdrawn() == [])
    }

    @Test("What is no event is not found, a class neither")
    func unknown() async throws {
        let desk = try await EventDesk()
        let yoga = try await desk.house.ask(
            .post, "/classes", ["name": "Yoga", "schedule": "2026-02-01T10:00:00Z", "slots": 1],
            as: desk.admin)
        guard case .string(let other)? = yoga.json?["id"] else { throw CancellationError() }
        for id in [other, "00000000-0000-7000-8000-000000000001", "7"] {
            for answer in [
                try await desk.house.ask(.get, "/events/\(id)"),
                try await desk.change(id, ["price": 1]), try await desk.cancel(id),
            ] {
                #expect(desk.house.outcome(answer) == "404 not_found")
            }
        }
        #expect(try await desk.names() == [])
    }
}
