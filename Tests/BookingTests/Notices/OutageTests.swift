import Testing
import Time
import Workbench

@testable import Booking

@Suite("Receivers that fail")
struct OutageTests {
    @Test("What failed is tried again after five seconds, then after twice as long each time")
    func pauses() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.usual.withLock { $0 = .failed("451 later", Reply(451)) }
        try await telegraph.happen("booking.placed", "booking/1")
        var pauses: [Int64] = []
        for _ in 0..<5 {
            try await telegraph.settle(lane)
            let next = try #require(try telegraph.deliveries(.pending).first?.nextAttempt)
            pauses.append((next - telegraph.house.clock.clock.now).milliseconds / 1_000)
            telegraph.house.clock.move(pauses[pauses.count - 1])
        }
        #expect(pauses == [5, 10, 20, 40, 80])
        let delivery = try #require(try telegraph.deliveries().first)
        #expect(delivery.attempts == 5)
        #expect(delivery.lastError == "451 later")
        let log = try telegraph.log(of: delivery)
        #expect(log.map(\.attempt) == [1, 2, 3, 4, 5])
        #expect(log.allSatisfy { $0.status == 451 && $0.error == "451 later" })
    }

    @Test("After three days it is given up, and somebody can have it tried again")
    func death() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.usual.withLock { $0 = .failed("451 later", Reply(451)) }
        try await telegraph.happen("booking.placed", "booking/1")
        var time: Int64 = 0
        try await telegraph.settle(lane)
        while let next = try telegraph.deliveries(.pending).first?.nextAttempt, time < 300_000 {
            let pause = (next - telegraph.house.clock.clock.now).milliseconds / 1_000 + 1
            telegraph.house.clock.move(pause)
            time += pause
            try await telegraph.settle(lane)
        }
        #expect((60 * 3_600...76 * 3_600).contains(time))
        let dead = try #require(try telegraph.deliveries(.dead).first)
        #expect(dead.attempts > 10)
        #expect(dead.nextAttempt == nil)

        telegraph.usual.withLock { $0 = .delivered(Reply(250)) }
        try await Deliveries(telegraph.house.notices).retry(dead.id)
        try await telegraph.settle(lane)
        let delivered = try #require(try telegraph.deliveries(.delivered).first)
        #expect(delivered.attempts == dead.attempts + 1)
        #expect(delivered.lastError == nil)
        #expect(Set(telegraph.ids.all) == [dead.id])
    }

    @Test("What is refused for good is given up at once, and what follows is told")
    func refusal() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.answers.withLock {
            $0["booking/1 booking.placed"] = .refused("550 no such user", Reply(550))
        }
        try await telegraph.happen("booking.placed", "booking/1")
        try await telegraph.happen("booking.cancelled", "booking/1")
        try await telegraph.settle(lane)
        #expect(try telegraph.deliveries().map(\.state) == [.dead, .delivered])
    }

    @Test("What failed about a booking holds up what came later about it, and no other booking")
    func order() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.answers.withLock {
            $0["booking/1 booking.placed"] = .failed("400", Reply(400))
        }
        try await telegraph.happen("booking.placed", "booking/1", "booking/2")
        try await telegraph.happen("booking.cancelled", "booking/1", "booking/2")
        try await telegraph.settle(lane)
        #expect(
            telegraph.sent.all == [
                "booking/1 booking.placed", "booking/2 booking.placed",
                "booking/2 booking.cancelled",
            ])
        telegraph.answers.withLock { $0 = [:] }
        telegraph.house.clock.move(6)
        try await telegraph.settle(lane)
        #expect(
            telegraph.sent.all.suffix(2) == [
                "booking/1 booking.placed", "booking/1 booking.cancelled",
            ])
    }

    @Test("Whoever doesn't ask for order isn't held up")
    func disorder() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane(
            telegraph.channel(lane: "any", keepsOrder: false))
        telegraph.answers.withLock {
            $0["booking/1 booking.placed"] = .failed("400", Reply(400))
        }
        try await telegraph.happen("booking.placed", "booking/1")
        try await telegraph.happen("booking.cancelled", "booking/1")
        try await telegraph.settle(lane)
        #expect(telegraph.sent.all.last == "booking/1 booking.cancelled")
    }

    @Test("Who is away is left alone; when they are back everything comes once, in order")
    func outage() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.usual.withLock { $0 = Telegraph.outage() }
        let streams = (1...500).map { "booking/\($0)" }
        try await telegraph.happen("booking.placed", streams)
        try await telegraph.settle(lane)
        #expect(!lane.isOpen)
        #expect(telegraph.sent.all.count == LaneHealth.mostOutages)
        #expect(try telegraph.pendingCount() == Lane.mostPlans)

        try await telegraph.happen("booking.cancelled", streams)
        for _ in 0..<20 {
            telegraph.house.clock.move(600)
            try await telegraph.settle(lane)
        }
        // One is tried each time, and hardly anything more planned.
        #expect(telegraph.sent.all.count == LaneHealth.mostOutages + 20)
        #expect(try telegraph.pendingCount() <= Lane.mostPlans)

        telegraph.usual.withLock { $0 = .delivered() }
        let before = telegraph.sent.all.count
        telegraph.house.clock.move(90_000)
        try await telegraph.settle(lane)
        let told = telegraph.sent.all.dropFirst(before)
        #expect(lane.isOpen)
        #expect(told.count == 1_000)
        #expect(Set(told).count == 1_000)
        for stream in streams {
            let places = told.indices.filter { told[$0].hasPrefix("\(stream) ") }
            #expect(
                places.map { told[$0] } == [
                    "\(stream) booking.placed", "\(stream) booking.cancelled",
                ])
        }
    }

    @Test("One thing that a receiver can't digest doesn't stand for everything")
    func indigestible() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.answers.withLock {
            $0["booking/1 booking.placed"] = .failed("500", Reply(500))
        }
        try await telegraph.happen("booking.placed", "booking/1")
        for number in 2...30 {
            try await telegraph.happen("booking.placed", "booking/\(number)")
            try await telegraph.settle(lane)
            telegraph.house.clock.move(60)
        }
        try await telegraph.settle(lane)
        #expect(Set(telegraph.sent.all).count == 30)
        #expect(try telegraph.deliveries(.pending).map(\.bookingID) == ["1"])
    }

    @Test("A receiver's word when to come back is kept, up to a day")
    func notBefore() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        let now = telegraph.house.clock.clock.now
        telegraph.answers.withLock {
            $0["booking/1 booking.placed"] = .failed(
                "429", Reply(429), notBefore: now + .seconds(120))
            $0["booking/2 booking.placed"] = .failed(
                "429", Reply(429), notBefore: now + .seconds(900_000))
        }
        try await telegraph.happen("booking.placed", "booking/1", "booking/2")
        try await telegraph.settle(lane)
        let next = try telegraph.deliveries(.pending).compactMap(\.nextAttempt)
        #expect(next == [now + .seconds(120), now + .seconds(86_400)])
    }

    @Test("Of what a receiver answers, four kilobytes are kept, and of attempts the last fifty")
    func bounds() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        let words = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000)
        telegraph.usual.withLock { $0 = .failed("no", Reply(400, words)) }
        try await telegraph.happen("booking.placed", "booking/1")
        let deliveries = Deliveries(telegraph.house.notices)
        try await telegraph.settle(lane)
        let id = try #require(try telegraph.deliveries().first?.id)
        for _ in 0..<(AttemptStore.most + 4) {
            try await deliveries.retry(id)
            try await telegraph.settle(lane)
        }
        let log = try telegraph.log(of: #require(try telegraph.deliveries().first))
        #expect(log.count == AttemptStore.most)
        #expect(log.last?.attempt == AttemptStore.most + 5)
        #expect(log.allSatisfy { $0.answer?.count == Reply.mostBytes })
    }
}

extension Telegraph {
    func pendingCount() throws -> Int {
        try house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from delivery where state = 'pending'")
        }
    }
}
