import Chance
import JSON

/// Somebody who books an appointment, moves it to and fro, cancels it, and books another.
struct Mover: Errand {
    private enum Step {
        case placing
        case moving(String)
        case cancelling(String)
    }

    private let appointments: Appointments
    private let token: String
    private let notebook: Notebook<Calendar.Deed>
    private let minutes: Int
    private let moves: Bool
    private var random: SeededGenerator
    private var stepsLeft: Int
    private var step = Step.placing
    private var minute = 0
    private var booking: String?

    /// - Parameters:
    ///   - minutes: How long the day is that it looks for a time in.
    ///   - moves: Whether it moves and cancels, or only books.
    init(
        _ person: Int, at appointments: Appointments, _ house: House,
        _ notebook: Notebook<Calendar.Deed>, minutes: Int, steps: Int, moves: Bool, seed: UInt64
    ) {
        self.appointments = appointments
        self.notebook = notebook
        self.minutes = minutes
        self.moves = moves
        token = house.people[person]
        random = SeededGenerator(seed: seed, number: UInt64(person))
        stepsLeft = steps
    }

    mutating func next(after answered: Answered?) -> Call? {
        if let answered { note(answered) }
        guard stepsLeft > 0 else { return nil }
        stepsLeft -= 1
        minute = random.below(minutes)
        guard moves, let booking else {
            step = .placing
            return appointments.booking(at: minute, by: token)
        }
        guard random.below(5) == 0 else {
            step = .moving(booking)
            return appointments.moving(booking, to: minute, by: token)
        }
        step = .cancelling(booking)
        return Call("POST", "/bookings/\(booking)/cancel", by: token)
    }

    private mutating func note(_ answered: Answered) {
        guard let reply = answered.reply, let deed = meaning(of: reply) else {
            stepsLeft = 0
            return notebook.find(answered)
        }
        switch deed {
        case .placed: booking = reply.text("id")
        case .released: booking = nil
        default: break
        }
        notebook.note(answered, deed)
    }

    private func meaning(of reply: Reply) -> Calendar.Deed? {
        let span = appointments.span(at: minute)
        switch (step, reply.status, reply.code) {
        case (.placing, 201, _):
            return reply.text("id").map { .placed(notebook.number(of: $0), span) }
        case (.placing, 409, "slot_taken"):
            return reply.hasAlternatives ? .refusedTaken(span) : nil
        case (.moving(let booking), 200, _):
            return .moved(notebook.number(of: booking), to: span)
        case (.moving(let booking), 409, "slot_taken"):
            return .refusedMove(notebook.number(of: booking), to: span)
        case (.cancelling(let booking), 200, _):
            return .released(notebook.number(of: booking))
        default: return nil
        }
    }
}

extension Reply {
    /// Five at most, where they are told.
    fileprivate var hasAlternatives: Bool {
        guard let alternatives = json?["alternatives"] else { return true }
        if case .array(let times) = alternatives { return times.count <= 5 }
        return false
    }
}
