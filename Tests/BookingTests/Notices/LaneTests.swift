import SQLite
import Synchronization
import Testing
import Time
import Workbench

@testable import Booking

@Suite("What one receiver is told")
struct LaneTests {
    @Test("Everything that happens from now on is told once, in its order")
    func once() async throws {
        let telegraph = try await Telegraph()
        try await telegraph.happen("booking.placed", "booking/0")
        let lane = try await telegraph.lane()
        try await telegraph.happen("booking.placed", "booking/1", "booking/2")
        try await telegraph.happen("role.created", "role/1")
        try await telegraph.happen("booking.cancelled", "booking/1")
        try await telegraph.settle(lane)
        let told = [
            "booking/1 booking.placed", "booking/2 booking.placed", "booking/1 booking.cancelled",
        ]
        #expect(telegraph.sent.all == told)
        try await telegraph.settle(lane)
        #expect(telegraph.sent.all == told)
        #expect(try telegraph.deliveries().map(\.state) == [.delivered, .delivered, .delivered])
        #expect(Set(telegraph.ids.all).count == 3)
    }

    @Test("What was planned before the process ended is told by the next one, and nothing twice")
    func restarts() async throws {
        let telegraph = try await Telegraph()
        _ = try await telegraph.lane()
        try await telegraph.happen("booking.placed", "booking/1", "booking/2")
        // It plans, and is gone before it sends.
        #expect(try await telegraph.lane().turn() == .none)
        #expect(telegraph.sent.all.isEmpty)
        #expect(try telegraph.deliveries(.pending).count == 2)
        try await telegraph.settle(telegraph.lane())
        try await telegraph.settle(telegraph.lane())
        #expect(telegraph.sent.all == ["booking/1 booking.placed", "booking/2 booking.placed"])
    }

    @Test("What was being sent when the process ended is sent again, under the same id")
    func sameID() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        try await telegraph.happen("booking.placed", "booking/1")
        #expect(try await lane.turn() == .none)
        telegraph.usual.withLock { $0 = Telegraph.outage("interrupted") }
        let turn = Task { try await lane.turn() }
        turn.cancel()
        _ = try? await turn.value
        #expect(try telegraph.deliveries(.pending).map(\.attempts) == [0])
        telegraph.usual.withLock { $0 = .delivered() }
        try await telegraph.settle(telegraph.lane())
        #expect(telegraph.sent.all.count == 2)
        #expect(Set(telegraph.ids.all).count == 1)
    }

    @Test("An entry that means many is told in parts, and goes on where it was after a restart")
    func parts() async throws {
        let telegraph = try await Telegraph()
        let channel = telegraph.channel(lane: "parts") { entry, after, _ in
            let start = (after.flatMap { Int($0) } ?? 0) + 1
            let items = (start..<(start + 3)).map { Plan("part", to: "\(entry.seq)-\($0)") }
            return Plans(items, next: start < 7 ? "\(start + 2)" : nil)
        }
        _ = try await telegraph.lane(channel)
        try await telegraph.happen("booking.placed", "booking/1", "booking/2")
        for _ in 0..<2 { _ = try await telegraph.lane(channel).turn() }
        try await telegraph.settle(telegraph.lane(channel))
        let first = try #require(telegraph.sent.all.first?.prefix { $0 != "-" })
        let seq = try #require(Int(first))
        let told = (1...9).map { "\(seq)-\($0) part" } + (1...9).map { "\(seq + 1)-\($0) part" }
        #expect(telegraph.sent.all == told)
    }

    @Test("Where there is nothing to tell any more, nothing is left of it")
    func obsolete() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.usual.withLock { $0 = .obsolete }
        try await telegraph.happen("booking.placed", "booking/1")
        try await telegraph.settle(lane)
        #expect(telegraph.sent.all.count == 1)
        #expect(try telegraph.deliveries().isEmpty)
    }

    @Test("A receiver that wants nothing any more is told nothing: what waits is given up")
    func gone() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.usual.withLock { $0 = .gone("410 Gone", Reply(410)) }
        try await telegraph.happen("booking.placed", "booking/1", "booking/1", "booking/1")
        #expect(try await lane.turn() == .none)
        #expect(try await lane.turn() == .none)
        #expect(telegraph.sent.all.count == 1)
        #expect(try telegraph.deliveries().map(\.state) == [.dead, .dead, .dead])
        #expect(try telegraph.deliveries().last?.lastError == "410 Gone")
    }

    @Test("What waits about somebody goes with them")
    func forgetting() async throws {
        let telegraph = try await Telegraph()
        let notices = telegraph.house.notices
        try await telegraph.house.database.write { tx in
            try notices.post(Plan("letter", to: "user/a", about: "a"), by: "test", in: tx)
            try notices.post(Plan("letter", to: "user/b", about: "b"), by: "test", in: tx)
            try Notices.forget(account: "a", in: tx)
        }
        #expect(try telegraph.deliveries().map(\.target) == ["user/b"])
    }

    @Test("Far along the journal, it is written down how far it is though nothing was told")
    func settling() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        let start = try #require(try telegraph.house.place(of: "test")).seq
        try await telegraph.happen(
            "role.created", Array(repeating: "role/1", count: Lane.mostEntries + 5))
        try await telegraph.settle(lane)
        #expect(try telegraph.house.place(of: "test")?.seq == start + Lane.mostEntries)
        try await lane.settle()
        #expect(try telegraph.house.place(of: "test")?.seq == start + Lane.mostEntries + 5)
    }
}

extension House {
    func place(of lane: String) throws -> LanePlace? {
        try database.read(within: .seconds(5)) { try LaneStore.place(lane, $0) }
    }
}
