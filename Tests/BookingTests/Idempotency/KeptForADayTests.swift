import HTTP
import JSON
import SQLite
import Testing
import Web
import Workbench

@testable import Booking

@Suite("How long answers are kept, and how many")
struct KeptForADayTests {
    /// The keys under which answers are kept, as far as they are among these.
    private func kept(_ desk: RetryDesk, among names: [String]) async throws -> [String] {
        try await names.asyncFilter {
            try await desk.outcome($0, key: $0) == "201 replayed true"
        }
    }

    @Test("A key is honoured up to the last moment of its day, and then it is new")
    func day() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: "1") == "201")
        desk.house.clock.move(86_399)
        let admin = try await desk.house.signIn("boss")
        #expect(try await desk.outcome("a", key: "1", as: admin) == "201 replayed true")
        desk.house.clock.move(1)
        #expect(try desk.house.countOfKept() == 1)
        #expect(try await desk.outcome("b", key: "1", as: admin) == "201")
        #expect(try desk.house.countOfKept() == 1)
        #expect(try await desk.outcome("b", key: "1", as: admin) == "201 replayed true")
    }

    @Test("Each that is kept takes a few away that are too old, the oldest first")
    func sweeping() async throws {
        var options = House.Options()
        options.retries.sweep = 2
        let desk = try await RetryDesk(options)
        for name in ["a", "b", "c", "d", "e"] {
            #expect(try await desk.outcome(name, key: name) == "201")
        }
        desk.house.clock.move(86_400)
        let admin = try await desk.house.signIn("boss")
        for (name, left) in [("f", 4), ("g", 3), ("h", 3), ("i", 4)] {
            #expect(try await desk.outcome(name, key: name, as: admin) == "201")
            #expect(try desk.house.countOfKept() == left)
        }
    }

    @Test("Of a caller's keys the oldest goes where there is one too many; of others none does")
    func ofScope() async throws {
        var options = House.Options()
        options.retries.ofScope = 3
        let desk = try await RetryDesk(options)
        let other = try await desk.house.admin("other")
        #expect(try await desk.outcome("z", key: "z", as: other) == "201")
        for name in ["a", "b", "c"] { _ = try await desk.make(name, key: name) }
        #expect(try await kept(desk, among: ["a", "b", "c"]) == ["a", "b", "c"])
        _ = try await desk.make("d", key: "d")
        #expect(try await kept(desk, among: ["a", "b", "c", "d"]) == ["b", "c", "d"])
        #expect(try await desk.outcome("z", key: "z", as: other) == "201 replayed true")
    }

    @Test("Of all keys the oldest goes where there is one too many, whoever's it is")
    func inAll() async throws {
        var options = House.Options()
        options.retries.inAll = 3
        let desk = try await RetryDesk(options)
        let other = try await desk.house.admin("other")
        #expect(try await desk.outcome("z", key: "z", as: other) == "201")
        for name in ["a", "b"] { _ = try await desk.make(name, key: name) }
        #expect(try await desk.outcome("z", key: "z", as: other) == "201 replayed true")
        _ = try await desk.make("c", key: "c")
        #expect(try await kept(desk, among: ["a", "b", "c"]) == ["a", "b", "c"])
        #expect(try await desk.outcome("z", key: "z", as: other) == "409 role_exists")
    }

    @Test("An answer of the largest size is kept; one byte more, and nothing has happened")
    func size() async throws {
        let desk = try await RetryDesk()
        let first = try await desk.make("a", key: "1")
        var answer = Response(.created, .json, body: .bytes(first.body))
        answer.fields.append(.location, try #require(first["Location"]))
        let size = try #require(answer.keepsake?.count)
        for (limit, status) in [(size, 201), (size - 1, 500)] {
            var options = House.Options()
            options.retries.answer = limit
            let desk = try await RetryDesk(options)
            #expect(try await desk.make("a", key: "1").status == status)
            #expect(try desk.roles() == (status == 201 ? ["a"] : []))
            #expect(try desk.house.countOfKept() == (status == 201 ? 1 : 0))
        }
    }
}

extension [String] {
    fileprivate func asyncFilter(
        _ isWanted: (String) async throws -> Bool
    ) async throws -> [String] {
        var wanted: [String] = []
        for one in self where try await isWanted(one) { wanted.append(one) }
        return wanted
    }
}
