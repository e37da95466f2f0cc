import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Classes")
struct ClassesTests {
    @Test("A class is given by who makes it, and shows the clocks of its zone")
    func given() async throws {
        let gym = try await Gym()
        let answer = try await gym.tryGive("Yoga")
        #expect(answer.status == 201)
        let yoga = try #require(answer.json)
        let expected: [(String, JSON)] = [
            ("name", "Yoga"), ("date", "2026-02-01"), ("time", "10:00:00"),
            ("instructor", "asha"), ("instructor_id", .string(gym.asha.id)), ("slots", 10),
            ("available_slots", 10), ("status", "active"), ("timezone", "Asia/Kolkata"),
            ("starts_at", "2026-02-01T04:30:00.000Z"), ("ends_at", "2026-02-01T05:30:00.000Z"),
            ("description", .null), ("location", .null),
        ]
        for (name, value) in expected { #expect(yoga[name] == value, "\(name)") }
        let seen = try await gym.house.ask(.get, "/classes/\(gym.id(yoga))", as: gym.asha)
        #expect(seen.json == yoga)
        #expect(try gym.entries("class/\(gym.id(yoga))") == ["class.created"])
        try gym.verify()
    }

    @Test("A class has the zone, the length and the texts that are said")
    func said() async throws {
        let yoga = try await Gym().give(
            "Yoga",
            [
                "schedule": "2026-03-29T00:30:00Z", "timezone": "Europe/Berlin",
                "duration_minutes": 90, "description": "Slow", "location": " Hall 1 ",
            ])
        #expect(yoga["date"] == "2026-03-29")
        #expect(yoga["time"] == "01:30:00")
        #expect(yoga["ends_at"] == "2026-03-29T02:00:00.000Z")
        #expect(yoga["description"] == "Slow")
        #expect(yoga["location"] == "Hall 1")
    }

    @Test("A class is shown by the clocks that are asked for")
    func zones() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        let shown = try await gym.house.ask(
            .get, "/classes/\(id)?timezone=America/New_York", as: gym.asha)
        #expect(shown.json?["date"] == "2026-01-31")
        #expect(shown.json?["time"] == "23:30:00")
        #expect(shown.json?["timezone"] == "America/New_York")
        let unknown = try await gym.house.ask(.get, "/classes/\(id)?timezone=Mars", as: gym.asha)
        #expect(gym.house.outcome(unknown) == "400 unknown_timezone")
    }

    @Test("Nobody sees classes without a token, and who is public can't give one")
    func access() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        for path in ["/classes", "/classes/\(id)"] {
            #expect(try await gym.house.ask(.get, path).status == 401)
        }
        let guest = try await gym.house.person("guest", role: "public")
        let refused = try await gym.tryGive("Yoga", as: guest)
        #expect(gym.house.outcome(refused) == "403 permission_missing")
        #expect(try await gym.house.ask(.get, "/classes", as: guest).status == 200)
    }

    @Test("A class can be changed by its instructor and by admins, and by nobody else")
    func changed() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        let ben = try await gym.house.person("ben")
        let refused = try await gym.change(id, ["name": "Zumba"], as: ben)
        #expect(gym.house.outcome(refused) == "403 not_yours")
        let changed = try await gym.change(id, ["name": "Zumba", "slots": 12])
        #expect(changed.json?["name"] == "Zumba")
        #expect(changed.json?["available_slots"] == 12)
        let boss = try await gym.house.admin()
        let again = try await gym.change(id, ["description": "Loud"], as: boss)
        #expect(again.json?["description"] == "Loud")
        #expect(again.json?["instructor"] == "asha")
        #expect(
            try gym.entries("class/\(id)") == ["class.created", "class.changed", "class.changed"])
        #expect(try await gym.names("?q=zumba") == ["Zumba"])
        #expect(try await gym.names("?q=yoga") == [])
        try gym.verify()
    }

    @Test("A class that is moved stays as long as it is, and stands elsewhere in the list")
    func moved() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give("Yoga", ["duration_minutes": 45]))
        _ = try await gym.give("Spin", ["schedule": "2026-02-02T10:00:00Z"])
        let moved = try await gym.change(
            id, ["schedule": "2026-07-01T08:00:00+02:00", "timezone": "Europe/Berlin"])
        #expect(moved.json?["date"] == "2026-07-01")
        #expect(moved.json?["time"] == "08:00:00")
        #expect(moved.json?["ends_at"] == "2026-07-01T06:45:00.000Z")
        #expect(try await gym.names() == ["Spin", "Yoga"])
        #expect(try await gym.total("?from=2026-06-01T00:00:00Z") == 1)
        try gym.verify()
    }

    @Test("A change that changes nothing is no entry")
    func unchanged() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        #expect(try await gym.change(id, ["name": "Yoga", "slots": 10]).status == 200)
        #expect(try gym.entries("class/\(id)") == ["class.created"])
    }

    @Test("There can't be fewer places than are booked")
    func capacity() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        try await gym.book(4, of: id)
        let refused = try await gym.change(id, ["slots": 3, "name": "Zumba"])
        #expect(gym.house.outcome(refused) == "409 capacity_below_bookings")
        let seen = try await gym.house.ask(.get, "/classes/\(id)", as: gym.asha)
        #expect(seen.json?["name"] == "Yoga")
        #expect(seen.json?["available_slots"] == 6)
        #expect(try await gym.change(id, ["slots": 4]).json?["available_slots"] == 0)
        #expect(try await gym.names("?available=true") == [])
        #expect(try await gym.names("?available=false") == ["Yoga"])
    }

    @Test("A change can be tied to what was seen")
    func precondition() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        let seen = try await gym.house.ask(.get, "/classes/\(id)", as: gym.asha)
        let tag = try #require(seen["ETag"])
        #expect(try await gym.change(id, ["slots": 11], [("If-Match", tag)]).status == 200)
        let stale = try await gym.change(id, ["slots": 12], [("If-Match", tag)])
        #expect(gym.house.outcome(stale) == "412 precondition_failed")
        let gone = try await gym.house.ask(
            .delete, "/classes/\(id)", as: gym.asha, [("If-Match", tag)])
        #expect(gym.house.outcome(gone) == "412 precondition_failed")
    }

    @Test("A class is cancelled with its bookings, once")
    func cancelled() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give())
        let ben = try await gym.house.person("ben")
        let refused = try await gym.house.ask(.post, "/classes/\(id)/cancel", as: ben)
        #expect(gym.house.outcome(refused) == "403 not_yours")
        #expect(gym.withdrawn.all == [])
        for _ in 1...2 {
            let answer = try await gym.house.ask(.post, "/classes/\(id)/cancel", as: gym.asha)
            #expect(answer.status == 200)
            #expect(answer.json?["status"] == "cancelled")
            #expect(gym.withdrawn.all == [id])
        }
        #expect(try await gym.house.ask(.delete, "/classes/\(id)", as: gym.asha).status == 204)
        #expect(try await gym.names() == [])
        #expect(try await gym.names("?status=cancelled") == ["Yoga"])
        #expect(try await gym.total("?status=cancelled") == 1)
        let late = try await gym.change(id, ["name": "Zumba"])
        #expect(gym.house.outcome(late) == "400 already_cancelled")
        #expect(try gym.entries("class/\(id)") == ["class.created", "class.cancelled"])
        try gym.verify()
    }

    @Test("A class that has begun can't be changed or cancelled any more")
    func begun() async throws {
        let gym = try await Gym()
        let id = try await gym.id(gym.give("Yoga", ["schedule": "2026-01-15T10:00:00Z"]))
        gym.house.clock.move(3_600)
        let asha = try await gym.house.signIn("asha")
        let changed = try await gym.change(id, ["name": "Zumba"], as: asha)
        #expect(gym.house.outcome(changed) == "400 already_started")
        for (method, path) in [("POST", "/classes/\(id)/cancel"), ("DELETE", "/classes/\(id)")] {
            let answer = try await gym.house.ask(
                method == "POST" ? .post : .delete, path, as: asha)
            #expect(gym.house.outcome(answer) == "400 already_started")
        }
        #expect(gym.withdrawn.all == [])
    }

    @Test("What is no class is not found")
    func unknown() async throws {
        let gym = try await Gym()
        let id = "00000000-0000-7000-8000-000000000001"
        for path in ["/classes/\(id)", "/classes/7", "/classes/%00"] {
            let answer = try await gym.house.ask(.get, path, as: gym.asha)
            #expect([400, 404].contains(answer.status), "\(path)")
        }
        #expect(try await gym.change(id, ["name": "Zumba"]).status == 404)
        #expect(try await gym.house.ask(.delete, "/classes/\(id)", as: gym.asha).status == 404)
    }

    @Test("Whoever gave a class and is gone has no name there")
    func erased() async throws {
        let gym = try await Gym()
        let ben = try await gym.house.person("ben")
        let id = try await gym.id(try #require(gym.tryGive("Yoga", as: ben).json))
        let boss = try await gym.house.admin()
        #expect(try await gym.house.ask(.delete, "/users/\(ben.id)", as: boss).status == 204)
        let seen = try await gym.house.ask(.get, "/classes/\(id)", as: gym.asha)
        #expect(seen.json?["instructor"] == "")
        #expect(seen.json?["instructor_id"] == .string(ben.id))
        try gym.verify()
    }
}
