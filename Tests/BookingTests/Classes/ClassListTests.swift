import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The list of classes")
struct ClassListTests {
    /// Five classes on five days of February, made in another order.
    private func gym() async throws -> Gym {
        let gym = try await Gym()
        for day in [3, 1, 5, 2, 4] {
            _ = try await gym.give(
                "Day \(day)",
                [
                    "schedule": .string("2026-02-0\(day)T10:00:00Z"),
                    "location": .string("Café \(day)"),
                ])
        }
        return gym
    }

    @Test("Is an envelope with those still to come, the soonest first, ten a page")
    func envelope() async throws {
        let gym = try await gym()
        let answer = try await gym.list()
        guard case .object(let members)? = answer.json else { throw CancellationError() }
        #expect(members.map(\.name) == ["items", "total", "page", "limit", "total_pages"])
        #expect(answer.json?["total"] == 5)
        #expect(answer.json?["limit"] == 10)
        #expect(answer["X-Total-Count"] == "5")
        #expect(answer["ETag"] != nil)
        #expect(try await gym.names() == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"])
    }

    @Test("Has what begins within a time")
    func range() async throws {
        let gym = try await gym()
        let time = "?from=2026-02-02T10:00:00Z&to=2026-02-04T10:00:00Z"
        #expect(try await gym.names(time) == ["Day 2", "Day 3"])
        #expect(try await gym.total(time) == 2)
        #expect(try await gym.total("?to=2026-02-04T10:00:00Z") == 3)
        #expect(try await gym.total("?from=2026-02-06T00:00:00Z") == 0)
        #expect(try await gym.total("?from=2026-02-04T00:00:00Z&to=2026-02-01T00:00:00Z") == 0)
        #expect(try await gym.total("?from=0001-01-01T00:00:00Z&to=9999-12-31T00:00:00Z") == 5)
    }

    @Test("Leaves out what has begun, but for who asks for it")
    func past() async throws {
        let gym = try await gym()
        gym.house.clock.move(18 * 86_400)
        let asha = try await gym.house.signIn("asha")
        let now = try await gym.house.ask(.get, "/classes", as: asha)
        #expect(now.json?["total"] == 4)
        let all = try await gym.house.ask(.get, "/classes?from=2026-01-01T00:00:00Z", as: asha)
        #expect(all.json?["total"] == 5)
    }

    @Test("Is followed by its links to the end, and each class is seen once")
    func links() async throws {
        let gym = try await gym()
        var target: String? = "/classes?limit=2"
        var seen: [String] = []
        var pages: [JSON?] = []
        while let query = target {
            let answer = try await gym.house.ask(.get, query, as: gym.asha)
            guard case .array(let items)? = answer.json?["items"] else { break }
            seen += items.compactMap {
                if case .string(let name)? = $0["name"] { name } else { nil }
            }
            pages.append(answer.json?["page"])
            // What is added in front changes nothing behind.
            _ = try await gym.give("Early", ["schedule": "2026-01-20T10:00:00Z", "slots": 1])
            target = next(answer)
            if target != nil { #expect(target?.contains("after=") == true) }
        }
        #expect(seen == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"])
        #expect(pages == [1, 2, 3])
    }

    /// Where the link to the next page leads, from `/api/v1` on.
    private func next(_ answer: RawAnswer) -> String? {
        let link = answer["Link"]?.split(separator: ", ").first { $0.hasSuffix("rel=\"next\"") }
        return link.map { String($0.dropFirst("</api/v1".count).prefix { $0 != ">" }) }
    }

    @Test("Is empty behind its end, with the true count")
    func behind() async throws {
        let gym = try await gym()
        #expect(try await gym.names("?page=9&limit=2") == [])
        #expect(try await gym.total("?page=9&limit=2") == 5)
        #expect(try await gym.names("?page=3&limit=2") == ["Day 5"])
    }

    @Test("Finds words, who gives them, and free places")
    func filters() async throws {
        let gym = try await gym()
        #expect(try await gym.names("?q=cafe%203") == ["Day 3"])
        #expect(try await gym.names("?q=CAF") == ["Day 1", "Day 2", "Day 3", "Day 4", "Day 5"])
        #expect(try await gym.total("?q=caf&limit=2") == 5)
        #expect(try await gym.names("?instructor_id=\(gym.asha.id)&limit=1") == ["Day 1"])
        #expect(
            try await gym.total("?instructor_id=00000000-0000-7000-8000-000000000001") == 0)
        #expect(try await gym.names("?q=%25") == [])
        #expect(try await gym.names("?available=true&q=day%201") == ["Day 1"])
    }

    @Test(
        "Refuses wishes that are none",
        arguments: [
            "page=0", "page=-1", "page=x", "limit=0", "limit=101", "from=yesterday", "to=1",
            "status=gone", "available=perhaps", "instructor_id=7", "after=1", "after=",
            "after=0123456789abcdef0123456789ABCDEF", "timezone=",
        ])
    func refused(query: String) async throws {
        let answer = try await Gym().list("?\(query)")
        #expect(answer.status == 422, "\(answer.text)")
    }

    @Test("Shows the clocks that are asked for")
    func zone() async throws {
        let gym = try await gym()
        let answer = try await gym.list("?timezone=Pacific/Apia&limit=1")
        guard case .array(let items)? = answer.json?["items"] else { throw CancellationError() }
        #expect(items.first?["date"] == "2026-02-01")
        #expect(items.first?["time"] == "23:00:00")
        #expect(
            gym.house.outcome(try await gym.list("?timezone=Nowhere")) == "400 unknown_timezone")
    }
}
