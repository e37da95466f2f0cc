import Chance

extension Race {
    /// Everybody wants a time in the same hours.
    static let calendars: [Race] = [
        Race("Appointments of a service never overlap, buffers included") { house, seed in
            try times(of: anyService(house, seed), house, moves: false, seed: seed)
        },
        Race("Appointments of a service that move to and fro never overlap") { house, seed in
            try times(of: anyService(house, seed), house, moves: true, seed: seed)
        },
        Race("Appointments in the house's own book never overlap") { house, seed in
            try times(of: bareSlots(seed &* 2), house, moves: false, seed: seed)
        },
        Race("Appointments in the house's own book that move to and fro never overlap") {
            house, seed in
            try times(of: bareSlots(seed &* 2 &+ 1), house, moves: true, seed: seed)
        },
        Race("Appointments that two move at once never overlap") { house, seed in
            try rivals(house, seed)
        },
        Race("The same start is booked by exactly one of all who want it") { house, seed in
            let appointments = try anyService(house, seed)
            let notebook = Notebook<Calendar.Deed>()
            let errands = house.people.indices.map { person in
                Mover(
                    person, at: appointments, house, notebook, minutes: 1, steps: 1, moves: false,
                    seed: seed)
            }
            try house.rush.run(errands)
            return try CalendarCourse(notebook).report(on: appointments, house, placed: 1)
        },
    ]

    /// Six appointments, each moved by its owner and by the admin, while others want the same times.
    private static func rivals(_ house: House, _ seed: UInt64) throws -> Report {
        let appointments = try house.offer(minutes: 20, buffer: 10)
        let notebook = Notebook<Calendar.Deed>()
        let count = min(6, house.people.count)
        let placing = (0..<count).map { person in
            let (minute, span) = (person * 60, appointments.span(at: person * 60))
            return SingleCall(appointments.booking(at: minute, by: house.people[person]), notebook)
            {
                $0.text("id").map { .placed(notebook.number(of: $0), span) }
            }
        }
        try house.rush.run(placing)
        let owners = Dictionary(
            try house.all("/bookings?kind=service", by: house.admin).compactMap { booking in
                booking.text("id").map { ($0, booking.text("user_id") ?? "") }
            }
        ) { first, _ in first }
        var errands: [any Errand] = []
        for (booking, number) in notebook.numbers {
            let owner = house.people.indices.first { Tokens.person($0) == owners[booking] } ?? 0
            for (turn, token) in [house.people[owner], house.admin].enumerated() {
                errands.append(
                    Rival(
                        over: booking, of: appointments, token, notebook, minutes: 420, steps: 12,
                        seed: seed &+ UInt64(number * 2 + turn)))
            }
        }
        errands += (0..<count).map { person in
            Mover(
                person, at: appointments, house, notebook, minutes: 420, steps: 6, moves: false,
                seed: seed)
        }
        try house.rush.run(errands)
        return try CalendarCourse(notebook).report(on: appointments, house)
    }

    private static func anyService(_ house: House, _ seed: UInt64) throws -> Appointments {
        var random = SeededGenerator(seed: seed)
        return try house.offer(minutes: 10 + random.below(50), buffer: random.below(20))
    }

    /// Its appointments are 30 minutes long. Each race has a day of its own: there is one book only.
    private static func bareSlots(_ seed: UInt64) -> Appointments {
        Appointments(
            service: nil, minutes: 30, buffer: 0, first: 10_080 + Int(seed % 10_000) * 1_440)
    }

    private static func times(
        of appointments: Appointments, _ house: House, moves: Bool, seed: UInt64
    ) throws -> Report {
        let notebook = Notebook<Calendar.Deed>()
        let count = moves ? min(24, house.people.count) : house.people.count
        let errands = (0..<count).map { person in
            Mover(
                person, at: appointments, house, notebook, minutes: 900, steps: moves ? 20 : 2,
                moves: moves, seed: seed)
        }
        try house.rush.run(errands)
        return try CalendarCourse(notebook).report(on: appointments, house)
    }
}
