import Testing
import Workbench

@testable import Booking

/// Many who want the same at the same time, over sockets.
@Suite("Reviews at the same time")
struct ReviewRaceTests {
    private func desk() async throws -> ReviewDesk {
        var options = House.Options()
        options.way = .overSocket
        return try await ReviewDesk(options)
    }

    private func all(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> String
    ) async throws -> [String] {
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("Of forty that are posted of one booking one stays")
    func posted() async throws {
        let desk = try await desk()
        let booking = try await desk.visit()
        let outcomes = try await all(40) { number in
            desk.outcome(try await desk.post(booking, 1 + number % 5))
        }
        #expect(outcomes.count { $0 == "201" } == 1)
        #expect(outcomes.count { $0 == "409 review_exists" } == 39)
        #expect(try await desk.stats()["count"] == 1)
        try desk.verify()
    }

    @Test("Of twenty who delete one, one does, and it is counted off once")
    func deleted() async throws {
        let desk = try await desk()
        _ = try await desk.posted(4)
        let id = try await desk.posted(1)
        let outcomes = try await all(20) { number in
            desk.outcome(
                try await desk.house.ask(
                    .delete, "/reviews/\(id)",
                    as: number.isMultiple(of: 2) ? desk.ann : desk.admin))
        }
        #expect(outcomes.count { $0 == "204" } == 1)
        #expect(outcomes.count { $0 == "404 not_found" } == 19)
        #expect(try await desk.stats()["average"]?.doubleValue == 4)
        try desk.verify()
    }

    @Test("While its booking is deleted a review comes before it or not at all")
    func withBooking() async throws {
        let desk = try await desk()
        let booking = try await desk.visit()
        let outcomes = try await all(20) { number in
            if number == 10 {
                return desk.outcome(
                    try await desk.house.ask(.delete, "/bookings/\(booking)", as: desk.admin))
            }
            return desk.outcome(try await desk.post(booking))
        }
        #expect(outcomes.count { $0 == "204" } == 1)
        #expect(outcomes.count { $0 == "201" } <= 1)
        #expect(try await desk.stats()["count"] == 0)
        try desk.verify()
    }
}
