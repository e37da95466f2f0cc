import Chance

/// Somebody who books and cancels, again and again, and looks how many places are left.
struct Stormer: Errand {
    private enum Step {
        case booking
        case cancelling(String)
        case looking
    }

    private let bookable: Bookable
    private let person: Int
    private let token: String
    private let notebook: Notebook<Places.Deed>
    private var random: SeededGenerator
    private var stepsLeft: Int
    private var step = Step.looking
    private var booking: String?

    init(
        _ person: Int, at bookable: Bookable, _ house: House, _ notebook: Notebook<Places.Deed>,
        steps: Int, seed: UInt64
    ) {
        self.bookable = bookable
        self.person = person
        self.notebook = notebook
        token = house.people[person]
        random = SeededGenerator(seed: seed, number: UInt64(person))
        stepsLeft = steps
    }

    mutating func next(after answered: Answered?) -> Call? {
        if let answered { note(answered) }
        guard stepsLeft > 0 else { return nil }
        stepsLeft -= 1
        if random.below(6) == 0 {
            step = .looking
            return Call("GET", bookable.path, by: token)
        }
        // Now and then somebody books who has a booking.
        if let booking, random.below(8) > 0 {
            step = .cancelling(booking)
            return random.below(2) == 0
                ? Call("POST", "/bookings/\(booking)/cancel", by: token)
                : Call("DELETE", "/bookings/\(booking)", by: token)
        }
        step = .booking
        return bookable.booking(by: token)
    }

    private mutating func note(_ answered: Answered) {
        guard let reply = answered.reply, let deed = meaning(of: reply) else {
            stepsLeft = 0
            return notebook.find(answered)
        }
        switch (deed, step) {
        case (.booked, _): booking = reply.text("id")
        case (_, .cancelling): booking = nil
        default: break
        }
        notebook.note(answered, deed)
    }

    private func meaning(of reply: Reply) -> Places.Deed? {
        switch step {
        case .booking: bookable.meaning(of: reply, by: person, seats: 1, notebook.number)
        case .cancelling(let booking):
            (200..<300).contains(reply.status) ? .cancelled(notebook.number(of: booking)) : nil
        case .looking: reply.number(bookable.freeMember).map { .seen(free: $0) }
        }
    }
}
