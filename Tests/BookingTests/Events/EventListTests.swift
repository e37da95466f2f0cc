import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The list of events")
struct EventListTests {
    /// Five events on five days of February, made in another order; the even ones are booked out.
    private func desk() async throws -> EventDesk {
        let desk = try await EventDesk()
        for day in [3, 1, 5, 2, 4] {
            let id = try await desk.announced(
                "Day \(day)",
                [
                    "event_venue": .string("Café 100% \(day)"), "event_availibility": 2,
                    "event_date": .string("2026-02-0\(day)T10:00:00Z"),
                ])
            if day.isMultiple(of: 2) { try await desk.book(2, of: id) }
        }
        return desk
    }

    @Test("Is an array with those still to come, the soonest first, or an envelope")
    func forms() async throws {
        let desk = try await desk()
        #expect(try await desk.names() == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"])
        #expect(try await desk.total() == "5")
        let envelope = try await desk.house.ask(.get, "/events?envelope=true&limit=2")
        #expect(envelope.json?["total"] == 5)
        #expect(envelope.json?["total_pages"] == 3)
        #expect(try await EventDesk().names() == [])
    }

    @Test(
        "Finds parts of names and venues, and beginnings of words",
        arguments: [
            ("name=ay%203", ["Day 3"]), ("name=AY%203", ["Day 3"]), ("venue=100%25%202", ["Day 2"]),
            ("venue=AFé%20100%25%204", ["Day 4"]), ("venue=_", []), ("name=%25", []),
            ("name=day&venue=5", ["Day 5"]), ("name=5&venue=4", []), ("q=cafe%203", ["Day 3"]),
            ("q=afe", []), ("q=day&venue=1", ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"]),
        ])
    func texts(query: String, names: [String]) async throws {
        let desk = try await desk()
        let query = query.replacing("é", with: "%C3%A9")
        #expect(try await desk.names("?\(query)") == names)
        #expect(try await desk.total("?\(query)&limit=1") == "\(names.count)")
    }

    @Test("Shows all where nothing is looked for")
    func blank() async throws {
        #expect(try await desk().names("?name=&venue=&q=").count == 5)
    }

    @Test("Has what begins within a time, and has places or none")
    func filters() async throws {
        let desk = try await desk()
        let time = "?from=2026-02-02T10:00:00Z&to=2026-02-04T10:00:00Z"
        #expect(try await desk.names(time) == ["Day 2", "Day 3"])
        #expect(try await desk.total(time) == "2")
        #expect(try await desk.names("?available=true") == ["Day 1", "Day 3", "Day 5"])
        #expect(try await desk.names("?available=false") == ["Day 2", "Day 4"])
        #expect(try await desk.names("?available=false&name=4") == ["Day 4"])
        #expect(try await desk.names(time + "&available=true") == ["Day 3"])
    }

    @Test("Tells what an event has become since the list was asked for last")
    func news() async throws {
        let desk = try await EventDesk()
        let id = try await desk.announced()
        _ = try await desk.house.ask(.get, "/events")
        try await desk.book(7, of: id)
        for _ in 1...2 {
            let list = try await desk.house.ask(.get, "/events").json
            #expect(list == .array([try #require(try await desk.see(id))]))
            _ = try await desk.change(id, ["event_name": "Fair"])
        }
    }

    @Test("Leaves out what is past, but for who asks for it")
    func past() async throws {
        let desk = try await desk()
        desk.house.clock.move(18 * 86_400)
        #expect(try await desk.names().count == 4)
        #expect(try await desk.names("?from=2026-01-01T00:00:00Z").count == 5)
    }

    @Test("Is followed by its links to the end, and each event is seen once")
    func links() async throws {
        let desk = try await desk()
        for list in ["?limit=2", "?limit=2&venue=caf"] {
            var target: String? = list
            var seen: [String] = []
            while let query = target {
                seen += try await desk.names(query)
                let link = try await desk.house.ask(.get, "/events\(query)")["Link"]
                let next = link?.split(separator: ", ").first { $0.hasSuffix("rel=\"next\"") }
                target = next.map {
                    String($0.dropFirst("</api/v1/events".count).prefix { $0 != ">" })
                }
                if target != nil { #expect(target?.contains("after=") == true) }
            }
            #expect(seen == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"], "\(list)")
        }
    }

    @Test("Is empty behind its end, with the true count")
    func behind() async throws {
        let desk = try await desk()
        #expect(try await desk.names("?page=3&limit=2") == ["Day 5"])
        #expect(try await desk.names("?page=9&limit=2") == [])
        #expect(try await desk.total("?page=9&limit=2") == "5")
    }

    @Test(
        "Refuses wishes that are none",
        arguments: [
            "page=0", "page=x", "limit=0", "limit=101", "from=yesterday", "to=1", "after=1",
            "available=perhaps", "envelope=perhaps",
        ])
    func refused(query: String) async throws {
        let answer = try await EventDesk().house.ask(.get, "/events?\(query)")
        #expect(answer.status == 422, "\(answer.text)")
        guard case .array(let faults)? = answer.json?["errors"] else { throw CancellationError() }
        #expect(faults.map { $0["field"] } == [.string(String(query.prefix { $0 != "=" }))])
    }

    @Test("A text to look for is not endless", arguments: ["name", "venue", "q"])
    func longTexts(member: String) async throws {
        let desk = try await EventDesk()
        let most = String(repeating: "x", count: 200)
        #expect(try await desk.names("?\(member)=\(most)") == [])
        #expect(try await desk.house.ask(.get, "/events?\(member)=\(most)x").status == 422)
    }

    @Test("Is found as before when the tables are made anew from the journal")
    func replayed() async throws {
        let desk = try await EventDesk()
        _ = try await desk.announced("Fair")
        _ = try await desk.cancel(try await desk.announced("Off"))
        try await desk.house.database.write { tx in
            _ = try Replay(try Chapters(Features.chapters)).rebuild(in: tx)
        }
        #expect(try await desk.names("?q=fair") == ["Fair"])
        #expect(try await desk.total() == "1")
    }
}
