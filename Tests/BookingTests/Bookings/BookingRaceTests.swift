import JSON
import Testing
import Workbench

@testable import Booking

/// Over sockets, at the same time.
@Suite("Of many who want the same")
struct BookingRaceTests {
    private func outcomes(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> String
    ) async throws -> [String: Int] {
        try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
    }

    @Test("As many get a place as there are")
    func places() async throws {
        let reception = try await Reception(.overSocket)
        let yoga: JSON = ["class_id": .string(try await reception.makeClass(slots: 5))]
        var people: [Person] = []
        for number in 0..<20 { people.append(try await reception.house.person("p\(number)")) }
        let outcomes = try await outcomes(20) { [people] number in
            try await reception.outcome(ofBooking: yoga, as: people[number])
        }
        #expect(outcomes == ["201": 5, "409 fully_booked": 15])
        try reception.verify()
    }

    @Test("One gets the place who asks fifty times")
    func once() async throws {
        let reception = try await Reception(.overSocket)
        let yoga: JSON = ["class_id": .string(try await reception.makeClass())]
        let outcomes = try await outcomes(50) { _ in
            try await reception.outcome(ofBooking: yoga)
        }
        #expect(outcomes == ["201": 1, "409 already_booked": 49])
        try reception.verify()
    }

    @Test("One gets the time, and the others are told what is free")
    func time() async throws {
        let reception = try await Reception(.overSocket)
        let service = try await reception.makeService()
        let outcomes = try await outcomes(30) { number in
            let minute = 10 + number
            let answer = try await reception.appointment(
                service, "10:\(minute)", as: number.isMultiple(of: 2) ? nil : reception.vic)
            return reception.house.outcome(answer)
        }
        #expect(outcomes == ["201": 1, "409 slot_taken": 29])
        try reception.verify()
    }
}
