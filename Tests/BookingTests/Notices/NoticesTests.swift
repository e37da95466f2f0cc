import Synchronization
import Testing
import Time
import Web
import Workbench

@testable import Booking

@Suite("Telling")
struct NoticesTests {
    @Test(
        "What happens is told by itself, also by a receiver beside one that never answers",
        .timeLimit(.minutes(2)))
    func beside() async throws {
        let reception = try await Reception()
        let house = reception.house
        let told = Notes<String>()
        let live = Channel(
            "live", kinds: ["booking.placed"],
            plan: { entry, _, _ in Plans([Plan(entry.kind, to: entry.stream)]) },
            send: { delivery in
                told.add(delivery.target)
                return .delivered()
            })
        let dead = Channel(
            "dead", kinds: ["booking.placed"],
            plan: { entry, _, _ in Plans([Plan(entry.kind, to: entry.stream)]) },
            send: { _ in
                try? await Task.sleep(for: .seconds(3_600))
                return .failed("interrupted")
            })
        try await house.notices.start([dead, live])
        let yoga = try await reception.makeClass()
        var expected: [String] = []
        for person in [reception.una, reception.vic] {
            let answer = try await house.ask(
                .post, "/bookings", ["class_id": .string(yoga)], as: person)
            guard case .string(let id)? = answer.json?["id"] else { throw CancellationError() }
            expected.append("booking/\(id)")
            while told.all.count < expected.count { try await Task.sleep(for: .milliseconds(2)) }
        }
        #expect(told.all == expected)
        await house.notices.stop()
    }

    @Test(
        "Whom nothing of it concerns sleeps on, and is behind by nothing", .timeLimit(.minutes(2)))
    func sleeping() async throws {
        let reception = try await Reception()
        let notices = reception.house.notices
        let told = Notes<String>()
        let channels = ["class.created", "booking.cancelled"].map { kind in
            Channel(
                kind, kinds: [kind],
                plan: { entry, _, _ in Plans([Plan(entry.kind, to: entry.stream)]) },
                send: { delivery in
                    told.add(delivery.kind)
                    return .delivered()
                })
        }
        try await notices.start(channels)
        while !notices.runners.allSatisfy(\.runner.isUpToDate) {
            try await Task.sleep(for: .milliseconds(2))
        }
        let sleeper = try #require(notices.runners.first { $0.name == "booking.cancelled" })
        let place = sleeper.runner.lane.planned
        let yoga = try await reception.makeClass()
        while told.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        #expect(sleeper.runner.lane.planned == place)
        let lag = try #require(notices.metrics.first { $0.name == "roost_notice_lag_entries" })
        #expect(lag.samples().first { $0.labels.first?.1 == sleeper.name }?.value == 0)

        let booking = try await reception.book(
            ["class_id": .string(yoga)], as: reception.una)
        _ = try await reception.cancel(booking, as: reception.una)
        while told.all.count < 2 { try await Task.sleep(for: .milliseconds(2)) }
        #expect(told.all == ["class.created", "booking.cancelled"])
        await notices.stop()
    }

    @Test("Whoever stops is not asked again and again what happens", .timeLimit(.minutes(2)))
    func stopping() async throws {
        let telegraph = try await Telegraph()
        let notices = telegraph.house.notices
        try await notices.start([telegraph.channel(lane: "test")])
        let runner = try #require(notices.runners.first?.runner)
        while !runner.isUpToDate { try await Task.sleep(for: .milliseconds(2)) }
        #expect(!runner.isDeaf)
        notices.desk.watch.close()
        while !runner.isDeaf { try await Task.sleep(for: .milliseconds(2)) }
        await notices.stop()
    }

    @Test(
        "What is posted in a transaction is told when that is committed, and never otherwise",
        .timeLimit(.minutes(2)))
    func posting() async throws {
        let telegraph = try await Telegraph()
        let (house, notices) = (telegraph.house, telegraph.house.notices)
        try await notices.start([telegraph.channel(lane: "test")])
        await #expect(throws: CancellationError.self) {
            try await house.database.write { tx -> Void in
                try notices.post(Plan("lost", to: "a"), by: "test", in: tx)
                throw CancellationError()
            }
        }
        try await house.database.write { tx -> Void in
            try notices.post(Plan("letter", to: "a"), by: "test", in: tx)
        }
        while telegraph.sent.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        await notices.stop()
        #expect(telegraph.sent.all == ["a letter"])
        #expect(try telegraph.deliveries().map(\.state) == [.delivered])
    }

    @Test("A channel that was off meanwhile begins anew, and what waited for it is given up")
    func leaving() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        try await telegraph.happen("booking.placed", "booking/1")
        #expect(try await lane.turn() == .none)
        try await telegraph.house.notices.open(["other"])
        #expect(try telegraph.deliveries().map(\.state) == [.dead])
        let id = try #require(try telegraph.deliveries().first?.id)
        await #expect(throws: (any Error).self) {
            try await Deliveries(telegraph.house.notices).retry(id)
        }
        try await telegraph.happen("booking.placed", "booking/2")
        #expect(try await telegraph.settle(lane) == .over)
        let again = try await telegraph.lane()
        try await telegraph.settle(again)
        #expect(telegraph.sent.all.isEmpty)
        try await telegraph.happen("booking.placed", "booking/3")
        try await telegraph.settle(again)
        #expect(telegraph.sent.all == ["booking/3 booking.placed"])
    }

    @Test("What was told long ago is swept away, and what was given up stays longer")
    func sweeping() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.answers.withLock {
            $0["booking/2 booking.placed"] = .refused("no", Reply(400))
        }
        try await telegraph.happen("booking.placed", "booking/1", "booking/2")
        try await telegraph.settle(lane)
        let sweep = NoticeSweep(telegraph.house.notices.desk)
        try await sweep.sweep()
        #expect(try telegraph.deliveries().count == 2)
        telegraph.house.clock.move(8 * 86_400)
        try await sweep.sweep()
        #expect(try telegraph.deliveries().map(\.state) == [.dead])
        telegraph.house.clock.move(30 * 86_400)
        try await sweep.sweep()
        #expect(try telegraph.deliveries().isEmpty)
    }

    @Test("The metrics tell how far each lane is behind, who is away, and what was given up")
    func metrics() async throws {
        let telegraph = try await Telegraph()
        let lane = try await telegraph.lane()
        telegraph.answers.withLock {
            $0["booking/2 booking.placed"] = .refused("no", Reply(400))
        }
        try await telegraph.happen("booking.placed", "booking/1", "booking/2")
        try await telegraph.settle(lane)
        let page = String(
            decoding: MetricsPage(telegraph.house.notices.metrics).render(), as: UTF8.self)
        #expect(
            page.contains(#"roost_notice_attempts_total{channel="test",outcome="delivered"} 1"#))
        #expect(page.contains(#"roost_notice_attempts_total{channel="test",outcome="refused"} 1"#))
        #expect(page.contains(#"roost_notice_deliveries{channel="test",state="dead"} 1"#))
    }
}
