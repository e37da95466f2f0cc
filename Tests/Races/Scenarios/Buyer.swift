/// Somebody who buys seats at an event's own door, which tells how many are left behind them.
struct Buyer: Errand {
    private let event: Bookable
    private let person: Int
    private let seats: Int
    private let token: String
    private let notebook: Notebook<Places.Deed>

    init(
        _ person: Int, of seats: Int, at event: Bookable, _ house: House,
        _ notebook: Notebook<Places.Deed>
    ) {
        self.event = event
        self.person = person
        self.seats = seats
        self.notebook = notebook
        token = house.people[person]
    }

    mutating func next(after answered: Answered?) -> Call? {
        guard let answered else {
            return Call("POST", "\(event.path)/book?seats=\(seats)", by: token)
        }
        guard let reply = answered.reply else {
            notebook.find(answered)
            return nil
        }
        if reply.status == 409, reply.code == "fully_booked" {
            notebook.note(answered, .refusedFull(seats: seats))
        } else if (200...201).contains(reply.status), let booking = reply.text("booking_id"),
            reply.number("seats") == seats, let free = reply.number(event.freeMember)
        {
            let number = notebook.number(of: booking)
            notebook.note(answered, .booked(number, by: person, seats: seats))
            // What is told of the event was so at some moment of the same request.
            notebook.note(answered, .seen(free: free))
        } else {
            notebook.find(answered)
        }
        return nil
    }
}
