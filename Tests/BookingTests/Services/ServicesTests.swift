import JSON
import Testing
import Web
import Workbench

@testable import Booking

@Suite("Services")
struct ServicesTests {
    @Test("An admin offers one, and everybody sees it")
    func offered() async throws {
        let desk = try await ServiceDesk()
        let made = try await desk.offer(
            "  Deep massage ", ["description": "Back and neck", "price": try JSON.parse("45.5")])
        #expect(made["title"] == "Deep massage")
        #expect(try made["price"] == JSON.parse("45.5"))
        #expect(made["currency"] == "USD")
        #expect(made["duration_minutes"] == 60)
        #expect(made["is_active"] == true)
        #expect(made["rating_average"] == .null)
        #expect(made["rating_count"] == 0)
        #expect(made["step_minutes"] == .null)
        #expect(made["hours"] == .null)
        let shown = try await desk.house.ask(.get, "/services/\(try desk.id(made))")
        #expect(shown.status == 200)
        #expect(shown.json == made)
        #expect(try await desk.titles() == ["Deep massage"])
    }

    @Test("It comes with all that was said of it, hours among it")
    func hours() async throws {
        let desk = try await ServiceDesk()
        let hours: JSON = [
            "timezone": "Europe/Berlin", "weekly": ["mon": [["09:00", "17:00"]]],
        ]
        let made = try await desk.offer(
            "Massage",
            [
                "buffer_minutes": 15, "lead_minutes": 120, "step_minutes": 30, "hours": hours,
                "is_active": false,
            ])
        #expect(made["buffer_minutes"] == 15)
        #expect(made["lead_minutes"] == 120)
        #expect(made["step_minutes"] == 30)
        #expect(made["hours"] == hours)
        #expect(made["is_active"] == false)
    }

    @Test("Only who may change services offers, changes or deletes one")
    func doors() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer())
        let ann = try await desk.house.person("ann")
        for (person, outcome) in [
            (nil, "401 authentication_required"), (ann, "403 permission_missing"),
        ] {
            let answers = [
                try await desk.house.ask(.post, "/services", ["title": 1], as: person),
                try await desk.house.ask(.patch, "/services/\(id)", [:], as: person),
                try await desk.house.ask(.delete, "/services/\(id)", as: person),
            ]
            for answer in answers { #expect(desk.house.outcome(answer) == outcome) }
        }
    }

    @Test("A change tells what is new, and keeps what it doesn't name")
    func changed() async throws {
        let desk = try await ServiceDesk()
        let made = try await desk.offer("Massage", ["step_minutes": 15, "description": "Good"])
        desk.house.clock.move(5)
        let changed = try await desk.house.ask(
            .patch, "/services/\(try desk.id(made))",
            ["price": 0, "is_active": false, "step_minutes": .null], as: desk.admin)
        #expect(changed.status == 200)
        #expect(changed.json?["title"] == "Massage")
        #expect(changed.json?["description"] == "Good")
        #expect(try changed.json?["price"] == JSON.parse("0.0"))
        #expect(changed.json?["is_active"] == false)
        #expect(changed.json?["step_minutes"] == .null)
        #expect(changed.json?["created_at"] == made["created_at"])
        #expect(changed.json?["updated_at"] != made["updated_at"])
    }

    @Test("What changes nothing is no entry, and has the same tag")
    func unchanged() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer())
        let tag = try await desk.house.ask(.get, "/services/\(id)")["ETag"]
        let same = try await desk.house.ask(
            .patch, "/services/\(id)", ["title": "Massage", "hours": .null], as: desk.admin)
        #expect(same["ETag"] == tag)
        let journal = try await desk.house.ask(
            .get, "/journal?stream=service/\(id)", as: desk.admin)
        guard case .array(let entries)? = journal.json else { throw CancellationError() }
        #expect(entries.map { $0["kind"] } == ["service.created"])
    }

    @Test("A stale tag changes and deletes nothing")
    func preconditions() async throws {
        let desk = try await ServiceDesk()
        let path = "/services/\(try desk.id(try await desk.offer()))"
        let tag = try #require(try await desk.house.ask(.get, path)["ETag"])
        _ = try await desk.house.ask(.patch, path, ["price": 50], as: desk.admin)
        let stale = [("If-Match", tag)]
        for answer in [
            try await desk.house.ask(.patch, path, ["price": 60], as: desk.admin, stale),
            try await desk.house.ask(.delete, path, as: desk.admin, stale),
        ] {
            #expect(desk.house.outcome(answer) == "412 precondition_failed")
        }
        let now = try #require(try await desk.house.ask(.get, path)["ETag"])
        let answer = try await desk.house.ask(
            .patch, path, ["price": 60], as: desk.admin, [("If-Match", now)])
        #expect(answer.status == 200)
    }

    @Test("One that is deleted is gone for everybody, and its bookings with it")
    func deleted() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer())
        let other = try desk.id(try await desk.offer("Haircut"))
        try await desk.book(id, "2026-02-01T09:00:00Z", "2026-02-01T10:00:00Z")
        try await desk.book(other, "2026-02-01T09:00:00Z", "2026-02-01T10:00:00Z")
        let deleted = try await desk.house.ask(.delete, "/services/\(id)", as: desk.admin)
        #expect(deleted.status == 204)
        #expect(try desk.countOfAppointments() == 1)
        for answer in [
            try await desk.house.ask(.get, "/services/\(id)"),
            try await desk.house.ask(.get, "/services/\(id)/availability"),
            try await desk.house.ask(.patch, "/services/\(id)", ["price": 1], as: desk.admin),
            try await desk.house.ask(.delete, "/services/\(id)", as: desk.admin),
        ] {
            #expect(desk.house.outcome(answer) == "404 not_found")
        }
        #expect(try await desk.titles() == ["Haircut"])
        #expect(try await desk.titles("?q=massage") == [])
        #expect(try await desk.titles("?active=false", as: desk.admin) == [])
        try desk.verify()
    }

    @Test("Where its bookings can't be cancelled, it isn't deleted")
    func atomic() async throws {
        let desk = try await ServiceDesk { service, _, tx in
            try tx.run("delete from appointment where service = \(service.id)")
            throw Problem.overloaded
        }
        let id = try desk.id(try await desk.offer())
        try await desk.book(id, "2026-02-01T09:00:00Z", "2026-02-01T10:00:00Z")
        let answer = try await desk.house.ask(.delete, "/services/\(id)", as: desk.admin)
        #expect(answer.status == 503)
        #expect(try desk.countOfAppointments() == 1)
        #expect(try await desk.house.ask(.get, "/services/\(id)").status == 200)
    }

    @Test("The journal tells what it was at each time, and who made it so")
    func history() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer())
        _ = try await desk.house.ask(
            .patch, "/services/\(id)", ["title": "Reiki"], as: desk.admin)
        _ = try await desk.house.ask(.delete, "/services/\(id)", as: desk.admin)
        let journal = try await desk.house.ask(
            .get, "/journal?stream=service/\(id)", as: desk.admin)
        guard case .array(let entries)? = journal.json else { throw CancellationError() }
        #expect(
            entries.map { $0["kind"] }
                == ["service.created", "service.changed", "service.deleted"])
        #expect(entries.map { $0["data"]?["title"] } == ["Massage", "Reiki", "Reiki"])
        #expect(entries.allSatisfy { $0["actor"] == .string(desk.admin.id) })
        try desk.verify()
    }

    @Test("A zone that nobody knows is refused")
    func zones() async throws {
        let desk = try await ServiceDesk()
        let hours: JSON = ["timezone": "Mars/Olympus", "weekly": [:]]
        let made = try await desk.tryOffer("Massage", ["hours": hours])
        #expect(desk.house.outcome(made) == "400 unknown_timezone")
        let id = try desk.id(try await desk.offer())
        let changed = try await desk.house.ask(
            .patch, "/services/\(id)", ["hours": hours], as: desk.admin)
        #expect(desk.house.outcome(changed) == "400 unknown_timezone")
    }

    @Test("What has no id that could be one is not there")
    func ids() async throws {
        let desk = try await ServiceDesk()
        for id in ["x", "0", "01890000-0000-7000-8000-000000000000", "1e3"] {
            for path in ["/services/\(id)", "/services/\(id)/availability"] {
                #expect(try await desk.house.ask(.get, path).status == 404)
            }
        }
    }
}
