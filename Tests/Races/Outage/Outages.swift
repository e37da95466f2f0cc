import Chance
import Glibc
import Posix

/// Kills a server amid bookings, again and again: each time whoever got no answer asks once more, and at the
/// end every promise is compared with what is there.
package struct Outages {
    private static let customers = 48

    private let premises: Premises
    private let house: House
    private let bookables: [Bookable]
    private let appointments: Appointments
    private let promises = Promises()
    private var random: SeededGenerator
    private let seed: UInt64
    /// Those that got no answer, and of these the ones that had happened.
    package private(set) var unanswered = 0
    package private(set) var unansweredAndDone = 0
    package private(set) var slowest = Duration.zero
    private var found: [String] = []

    /// Brings the people in, starts the server, and opens what is booked.
    package init(seed: UInt64) throws {
        self.seed = seed
        random = SeededGenerator(seed: seed)
        premises = try Premises(people: Outages.customers)
        try premises.start()
        let house = try House(premises)
        let classes = try (0..<4).map { _ in try house.open(.class, places: 30) }
        let events = try [40, 500, 100_000].map { try house.open(.event, places: $0) }
        bookables = classes + events
        appointments = try house.offer(minutes: 20, buffer: 5)
        self.house = house
    }

    package var acknowledged: Int { promises.all.count { $0.answer != .none } }
    package var findings: [String] { found + promises.findings }

    /// So many kills, and then the look at everything.
    package mutating func run(rounds: Int) throws {
        for round in 0..<rounds {
            let rush = try rush(round)
            usleep(UInt32(20_000 + random.below(300_000)))
            // Now and then as an operator does it: then too somebody gets no answer.
            if random.below(5) == 0 { try premises.stop() } else { premises.kill() }
            rush.join()
            if round % 10 == 0 { found += try premises.verify() }
            let start = ContinuousClock.now
            try premises.start()
            slowest = max(slowest, ContinuousClock.now - start)
            try askAgain()
        }
        try compare()
        try premises.stop()
        found += try premises.verify()
    }

    private func rush(_ round: Int) throws -> OwnThread {
        let customers = house.people.enumerated().map { person, token in
            Customer(
                person, round: round, token, at: bookables, appointments, promises, seed: seed)
        }
        return try OwnThread { [promises, rush = house.rush] in
            do { try rush.run(customers) } catch { promises.find("\(error)") }
        }
    }

    /// Everybody without an answer asks again, and some who had one.
    private mutating func askAgain() throws {
        let open = promises.open
        let known = promises.booked(20, &random)
        let replayed = Notebook<Bool>()
        try house.rush.run((open + known).map { Repetition($0, promises, replayed) })
        unanswered += open.count
        unansweredAndDone += replayed.history.count(where: \.deed) - known.count
        if !promises.open.isEmpty { found.append("\(promises.open.count) got no answer again") }
    }

    /// What is there, beside what was promised.
    private mutating func compare() throws {
        var states: [String: [String]] = [:]
        // Each list is short enough to be turned over page by page.
        for customer in house.people {
            for booking in try house.all("/bookings", by: customer) {
                states[booking.text("id") ?? "", default: []].append(booking.text("state") ?? "")
            }
        }
        let all = try house.ask(Call("GET", "/bookings?envelope=true&limit=1", by: house.admin))
        if all.number("total") != states.count {
            found.append("\(all.number("total") ?? -1) in all, \(states.count) of customers")
        }
        var promised: [String: [String]] = [:]
        for promise in promises.all {
            if case .booked(let id) = promise.answer { promised[id, default: []].append(id) }
        }
        for (id, times) in promised where times.count > 1 {
            found.append("\(id) was promised twice")
        }
        let cancelled = promises.all.compactMap {
            if case .cancelled(let id) = $0.answer { id } else { nil }
        }
        for id in cancelled where states[id] != ["cancelled"] {
            found.append("\(id) was cancelled, and is \(states[id] ?? [])")
        }
        for id in Set(promised.keys).subtracting(cancelled)
        where states[id] != ["confirmed"] && states[id] != ["pending"] {
            found.append("\(id) was acknowledged, and is \(states[id] ?? [])")
        }
        found += states.keys.filter { promised[$0] == nil }.map { "nobody was told of \($0)" }
    }
}
