import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The list of sessions")
struct SessionListTests {
    /// Five sessions on five days of February, made in another order; the even ones are retreats.
    private func desk() async throws -> SessionDesk {
        let desk = try await SessionDesk()
        for day in [3, 1, 5, 2, 4] {
            _ = try await desk.give(
                "Day \(day)",
                [
                    "session_type": day.isMultiple(of: 2) ? "retreat" : "session",
                    "start_time": .string("2026-02-0\(day)T10:00:00Z"),
                    "end_time": .string("2026-02-0\(day)T11:00:00Z"),
                    "description": .string("Café \(day)"),
                ])
        }
        return desk
    }

    @Test("Is an array with those still to come, the soonest first, or an envelope")
    func forms() async throws {
        let desk = try await desk()
        #expect(
            try await desk.titles() == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"])
        #expect(try await desk.total("/sessions") == "5")
        let envelope = try await desk.house.ask(
            .get, "/sessions?envelope=true&limit=2", as: desk.fay)
        #expect(envelope.json?["total"] == 5)
        #expect(envelope.json?["total_pages"] == 3)
        #expect(try await SessionDesk().titles() == [])
    }

    @Test("Has what begins within a time, of a sort, and with words in it")
    func filters() async throws {
        let desk = try await desk()
        let time = "/sessions?from=2026-02-02T10:00:00Z&to=2026-02-04T10:00:00Z"
        #expect(try await desk.titles(time) == ["Day 2", "Day 3"])
        #expect(try await desk.total(time) == "2")
        #expect(try await desk.titles(time + "&type=retreat") == ["Day 2"])
        #expect(try await desk.total("/sessions?type=session&limit=1") == "3")
        #expect(try await desk.titles("/sessions?q=cafe%204") == ["Day 4"])
        #expect(try await desk.titles("/sessions?q=caf&type=retreat") == ["Day 2", "Day 4"])
        #expect(try await desk.titles("/sessions?q=%25") == [])
        #expect(try await desk.titles("/sessions?q=").count == 5)
    }

    @Test("Tells what a session has become since the list was asked for last")
    func news() async throws {
        let desk = try await SessionDesk()
        let id = try await desk.given("Walk", ["capacity": 10])
        _ = try await desk.titles()
        try await desk.book(7, of: id)
        for _ in 1...2 {
            let list = try await desk.house.ask(.get, "/sessions", as: desk.fay).json
            #expect(list == .array([try #require(try await desk.see(id))]))
            _ = try await desk.change(id, ["title": "Run"])
            _ = try await desk.house.ask(.patch, "/me", ["name": "Fay"], as: desk.fay)
        }
    }

    @Test("Leaves out what has begun, but for who asks for it")
    func past() async throws {
        let desk = try await desk()
        desk.house.clock.move(18 * 86_400)
        let fay = try await desk.house.signIn("fay")
        #expect(try await desk.titles(as: fay).count == 4)
        #expect(
            try await desk.titles("/sessions?from=2026-01-01T00:00:00Z", as: fay).count == 5)
    }

    @Test("Is followed by its links to the end, and each session is seen once")
    func links() async throws {
        let desk = try await desk()
        for list in ["/sessions", "/facilitator/sessions"] {
            var target: String? = "\(list)?limit=2"
            var seen: [String] = []
            while let path = target {
                seen += try await desk.titles(path)
                let link = try await desk.house.ask(.get, path, as: desk.fay)["Link"]
                let next = link?.split(separator: ", ").first { $0.hasSuffix("rel=\"next\"") }
                target = next.map { String($0.dropFirst("</api/v1".count).prefix { $0 != ">" }) }
                if target != nil { #expect(target?.contains("after=") == true) }
            }
            #expect(seen == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"], "\(list)")
        }
    }

    @Test("Is empty behind its end, with the true count")
    func behind() async throws {
        let desk = try await desk()
        #expect(try await desk.titles("/sessions?page=3&limit=2") == ["Day 5"])
        #expect(try await desk.titles("/sessions?page=9&limit=2") == [])
        #expect(try await desk.total("/sessions?page=9&limit=2") == "5")
    }

    @Test(
        "Refuses wishes that are none",
        arguments: [
            "page=0", "page=x", "limit=0", "limit=101", "from=yesterday", "to=1", "type=class",
            "type=", "after=1", "envelope=perhaps",
        ])
    func refused(query: String) async throws {
        let desk = try await SessionDesk()
        let answer = try await desk.house.ask(.get, "/sessions?\(query)", as: desk.fay)
        #expect(answer.status == 422, "\(answer.text)")
        guard case .array(let faults)? = answer.json?["errors"] else { throw CancellationError() }
        #expect(faults.map { $0["field"] } == [.string(String(query.prefix { $0 != "=" }))])
    }

    @Test("A facilitator sees all that they lead, and how many places of it are booked")
    func own() async throws {
        let desk = try await desk()
        let gil = try await desk.house.person("gil", role: "facilitator")
        _ = try await desk.tryGive("Another's", as: gil)
        let id = try await desk.given("Off", ["capacity": 10])
        try await desk.book(2, of: id)
        _ = try await desk.house.ask(.post, "/sessions/\(id)/cancel", as: desk.fay)
        desk.house.clock.move(18 * 86_400)
        let fay = try await desk.house.signIn("fay")
        let answer = try await desk.house.ask(.get, "/facilitator/sessions", as: fay)
        guard case .array(let list)? = answer.json else { throw CancellationError() }
        #expect(list.count == 6)
        #expect(answer["X-Total-Count"] == "6")
        let off = try #require(list.first { $0["title"] == "Off" })
        #expect(off["status"] == "cancelled")
        #expect(off["bookings_count"] == 2)
        #expect(off["available_spots"] == 8)
        #expect(off["created_at"] != nil)
    }

    @Test("Only a facilitator with a profile has sessions of their own")
    func ownDoors() async throws {
        let desk = try await SessionDesk()
        let path = "/facilitator/sessions"
        let outcome = desk.house.outcome
        #expect(outcome(try await desk.house.ask(.get, path)) == "401 authentication_required")
        let ann = try await desk.house.person("ann")
        let refused = try await desk.house.ask(.get, path, as: ann)
        #expect(outcome(refused) == "403 permission_missing")
        #expect(refused.json?["error"] == "Insufficient permissions")
        let boss = try await desk.house.admin()
        #expect(
            outcome(try await desk.house.ask(.get, path, as: boss))
                == "404 facilitator_profile_missing")
        #expect(try await desk.titles(path) == [])
    }

    @Test("Is found as before when the tables are made anew from the journal")
    func replayed() async throws {
        let desk = try await desk()
        try await desk.house.database.write { tx in
            _ = try Replay(try Chapters(Features.chapters)).rebuild(in: tx)
        }
        #expect(try await desk.titles("/sessions?q=cafe%203") == ["Day 3"])
        #expect(try await desk.total("/sessions") == "5")
    }
}
