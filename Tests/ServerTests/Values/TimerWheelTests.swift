import Chance
import Testing
import Workbench

@testable import Server

@Suite("A timer wheel")
struct TimerWheelTests {
    private var wheel = TimerWheel(now: 0)

    @Test("A timer fires at the first tick that is not before its time, once")
    mutating func notEarly() {
        wheel.schedule(3, at: 120)
        #expect(wheel.advance(to: 119).isEmpty)
        #expect(wheel.advance(to: 149).isEmpty)
        #expect(wheel.advance(to: 150) == [3])
        #expect(wheel.advance(to: 10_000).isEmpty)
    }

    @Test("Timers fire in the order of their ticks")
    mutating func order() {
        for (id, time) in [(0, 400), (1, 100), (2, 300), (3, 200)] as [(Int, Int64)] {
            wheel.schedule(id, at: time)
        }
        #expect(wheel.advance(to: 1_000) == [1, 3, 2, 0])
    }

    @Test("One that is set again fires at its new time only")
    mutating func again() {
        wheel.schedule(0, at: 100)
        wheel.schedule(0, at: 500)
        #expect(wheel.time(of: 0) == 500)
        #expect(wheel.advance(to: 499).isEmpty)
        wheel.schedule(0, at: 600)
        wheel.schedule(0, at: 550)
        #expect(wheel.advance(to: 550) == [0])
        #expect(wheel.advance(to: 700).isEmpty)
    }

    @Test("One that is taken out doesn't fire, wherever it stood in its slot", arguments: 0...2)
    mutating func cancelled(id: Int) {
        for other in 0...2 { wheel.schedule(other, at: 100) }
        wheel.cancel(id)
        wheel.cancel(id)
        #expect(wheel.time(of: id) == nil)
        #expect(wheel.advance(to: 100).sorted() == (0...2).filter { $0 != id })
    }

    @Test("One that was never set can be taken out and asked for")
    mutating func unknown() {
        wheel.cancel(7)
        #expect(wheel.time(of: 7) == nil)
        wheel.schedule(7, at: 50)
        #expect(wheel.time(of: 3) == nil)
    }

    @Test("One for the past fires at the next tick")
    mutating func past() {
        _ = wheel.advance(to: 1_000)
        wheel.schedule(0, at: 5)
        #expect(wheel.time(of: 0) == 1_050)
        #expect(wheel.advance(to: 1_050) == [0])
    }

    @Test("One beyond the horizon fires at the horizon, early, to be set again")
    mutating func horizon() {
        let far: Int64 = 10_000_000
        wheel.schedule(0, at: far)
        var now: Int64 = 0
        var rounds = 0
        while now < far, let time = wheel.time(of: 0), rounds < 200 {
            now = time
            rounds += 1
            #expect(wheel.advance(to: now) == [0])
            if now < far { wheel.schedule(0, at: far) }
        }
        #expect(now == far)
    }

    @Test("After a pause longer than the horizon everything fires, once")
    mutating func pause() {
        for id in 0..<100 { wheel.schedule(id, at: Int64(id) * 900) }
        #expect(wheel.advance(to: 10_000_000).sorted() == Array(0..<100))
        wheel.schedule(0, at: 10_000_100)
        #expect(wheel.advance(to: 10_000_099).isEmpty)
        #expect(wheel.advance(to: 10_000_100) == [0])
    }

    @Test("One may sleep until the next timer, and for ever when there is none")
    mutating func sleep() {
        #expect(wheel.sleepTime(now: 0) == -1)
        wheel.schedule(0, at: 1_000)
        wheel.schedule(1, at: 70_000)
        #expect(wheel.sleepTime(now: 0) == 1_000)
        #expect(wheel.sleepTime(now: 30) == 970)
        #expect(wheel.sleepTime(now: 1_500) == 0)
        wheel.cancel(0)
        #expect(wheel.sleepTime(now: 0) == 70_000)
    }

    @Test("Whatever is done to it, it fires what a plain list would", arguments: 1...10)
    mutating func model(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var model: [Int: Int64] = [:]
        var now: Int64 = 0
        for _ in 0..<800 {
            let id = Int.random(in: 0..<50, using: &chance)
            switch Int.random(in: 0..<10, using: &chance) {
            case 0..<5:
                let time = now + Int64.random(in: -100...90_000, using: &chance)
                wheel.schedule(id, at: time)
                model[id] = max(ticks(time + TimerWheel.tick - 1), ticks(now) + 1)
            case 5..<7:
                wheel.cancel(id)
                model[id] = nil
            default:
                now += Int64.random(
                    in: 0...(seed.isMultiple(of: 5) ? 200_000 : 3_000), using: &chance)
                let due = model.filter { $0.value <= ticks(now) }
                #expect(Set(wheel.advance(to: now)) == Set(due.keys))
                for id in due.keys { model[id] = nil }
            }
            let next = model.values.min().map { Int32(max(0, $0 * TimerWheel.tick - now)) }
            #expect(wheel.sleepTime(now: now) == next ?? -1)
        }
    }

    private func ticks(_ time: Int64) -> Int64 { time / TimerWheel.tick }
}
