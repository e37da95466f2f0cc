import JSON
import SQLite
import Testing
import Workbench

@testable import Booking

/// A list is asked for again and again, by people who come at about the same time.
@Suite("A page that was written before")
struct WrittenPagesTests {
    /// Classes of this morning, which begin at these minutes behind nine.
    private func gym(_ minutes: [Int]) async throws -> Gym {
        let gym = try await Gym()
        for minute in minutes {
            let start = JSON.string("2026-01-15T09:\(minute):00Z")
            _ = try await gym.give("At \(minute)", ["schedule": start])
        }
        return gym
    }

    private func places(_ gym: Gym) async throws -> JSON? {
        guard case .array(let items)? = try await gym.list().json?["items"] else { return nil }
        return items.first?["available_slots"]
    }

    @Test("Is the same again while nothing happens")
    func same() async throws {
        let gym = try await gym([10, 20])
        let first = try await gym.list()
        let second = try await gym.list()
        #expect(first.text.isEmpty == false)
        #expect(second["ETag"] == first["ETag"])
        #expect(second.json == first.json)
        #expect(second["Link"] == first["Link"])
    }

    @Test("Shows each booking and each change that came since")
    func changes() async throws {
        let gym = try await gym([10])
        let one = try await gym.list()
        guard case .array(let items)? = one.json?["items"], let first = items.first else {
            throw CancellationError()
        }
        let id = try gym.id(first)
        for taken in 1...4 {
            try await gym.book(taken, of: id)
            #expect(try await places(gym) == .integer(Int64(10 - taken)))
            #expect(try await places(gym) == .integer(Int64(10 - taken)))
        }
        _ = try await gym.change(id, ["name": "Another"])
        #expect(try await gym.names() == ["Another"])
        _ = try await gym.give("New", ["schedule": "2026-01-15T09:05:00Z"])
        #expect(try await gym.names() == ["New", "Another"])
        #expect(try await gym.total() == 2)
    }

    @Test("Shows within a second what another process has changed")
    func others() async throws {
        let gym = try await gym([10])
        #expect(try await places(gym) == 10)
        let other = try Connection(gym.house.database.path, .readWrite)
        try other.script("update occasion_places set taken = 4")
        gym.house.clock.move(2)
        #expect(try await places(gym) == 6)
    }

    @Test("Loses what begins, at the second behind, though nothing is committed")
    func time() async throws {
        let gym = try await gym([10, 20])
        // It is two seconds past nine.
        #expect(try await gym.names() == ["At 10", "At 20"])
        gym.house.clock.move(9 * 60 + 58)
        #expect(try await gym.names() == ["At 10", "At 20"])
        gym.house.clock.move(1)
        #expect(try await gym.names() == ["At 20"])
        #expect(try await gym.total() == 1)
        gym.house.clock.move(10 * 60)
        #expect(try await gym.names() == [])
        #expect(try await gym.total() == 0)
    }

    @Test("Moves to the page before when something begins")
    func pages() async throws {
        let gym = try await gym([10, 20, 30])
        #expect(try await gym.names("?limit=1&page=2") == ["At 20"])
        gym.house.clock.move(12 * 60)
        #expect(try await gym.names("?limit=1&page=2") == ["At 30"])
        #expect(try await gym.names("?limit=1&page=1") == ["At 20"])
    }

    @Test("Isn't taken for one of an earlier time when a clock is set back")
    func back() async throws {
        let gym = try await gym([10, 20])
        gym.house.clock.move(11 * 60)
        #expect(try await gym.names() == ["At 20"])
        gym.house.clock.move(-5 * 60)
        #expect(try await gym.names() == ["At 10", "At 20"])
    }

    @Test("Isn't taken for another one, by its limit, number, place, status or times")
    func questions() async throws {
        let gym = try await gym([10, 20, 30, 40])
        for _ in 1...2 {
            #expect(try await gym.names("?limit=3") == ["At 10", "At 20", "At 30"])
            #expect(try await gym.names("?limit=2") == ["At 10", "At 20"])
            #expect(try await gym.names("?limit=2&page=2") == ["At 30", "At 40"])
            #expect(try await gym.names("?status=cancelled") == [])
            #expect(try await gym.names("?from=2026-01-15T09:30:00Z") == ["At 30", "At 40"])
            #expect(try await gym.names("?to=2026-01-15T09:20:00Z") == ["At 10"])
            #expect(try await gym.names("?from=2026-01-15T09:00:02Z&limit=1") == ["At 10"])
        }
    }

    @Test("Stays right where more of them are asked for than are kept")
    func capacity() async throws {
        let gym = try await gym([10])
        for _ in 1...2 {
            for second in 10...59 {
                let time = "from=2026-01-15T09:09:\(second)Z"
                for limit in 1...6 {
                    #expect(try await gym.total("?\(time)&limit=\(limit)") == 1)
                }
            }
        }
    }
}
