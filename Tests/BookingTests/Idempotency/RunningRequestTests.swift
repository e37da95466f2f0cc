import Testing
import Workbench

@testable import Booking

@Suite("A request that is still worked on")
struct RunningRequestTests {
    @Test("Its key tells so, to the same request and to another; then it has its answer")
    func inProgress() async throws {
        let desk = try await RetryDesk()
        let holding = await HeldWriter(desk.house.database)
        let first = Task { try await desk.outcome("a", key: "1") }
        try await holding.isWaitedFor()
        let again = try await desk.make("a", key: "1")
        #expect(desk.house.outcome(again) == "409 idempotency_in_progress")
        #expect(again["Retry-After"] == "1")
        #expect(try await desk.outcome("b", key: "1") == "409 idempotency_in_progress")
        try await holding.release()
        #expect(try await first.value == "201")
        #expect(try await desk.outcome("a", key: "1") == "201 replayed true")
        #expect(desk.house.idempotency.running.count == 0)
    }

    @Test("A refusal lets go of the key")
    func refused() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("admin", key: "1") == "409 role_exists")
        #expect(desk.house.idempotency.running.count == 0)
    }

    @Test("Of a storm with one key one is done; the others get its answer, or are told to wait")
    func storm() async throws {
        let desk = try await RetryDesk(.init(way: .overSocket))
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<64 { group.addTask { try await desk.outcome("a", key: "1") } }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        let others: Set = ["201 replayed true", "409 idempotency_in_progress"]
        #expect(outcomes.count { $0 == "201" } == 1)
        #expect(outcomes.count { others.contains($0) } == 63)
        #expect(try desk.roles() == ["a"])
        #expect(try desk.house.countOfKept() == 1)
        #expect(try await desk.outcome("a", key: "1") == "201 replayed true")
    }

    @Test("Storms with many keys have one effect for each")
    func storms() async throws {
        let desk = try await RetryDesk(.init(way: .overSocket))
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<96 {
                let name = "r\(number % 12)"
                group.addTask { try await desk.outcome(name, key: name) }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == "201" } == 12)
        #expect(try desk.roles().count == 12)
        #expect(try desk.house.countOfKept() == 12)
    }
}
