import Chance

/// One of two who move the same appointment.
struct Rival: Errand {
    private let booking: String
    private let appointments: Appointments
    private let token: String
    private let notebook: Notebook<Calendar.Deed>
    private let minutes: Int
    private var random: SeededGenerator
    private var stepsLeft: Int
    private var minute = 0

    init(
        over booking: String, of appointments: Appointments, _ token: String,
        _ notebook: Notebook<Calendar.Deed>, minutes: Int, steps: Int, seed: UInt64
    ) {
        self.booking = booking
        self.appointments = appointments
        self.token = token
        self.notebook = notebook
        self.minutes = minutes
        random = SeededGenerator(seed: seed)
        stepsLeft = steps
    }

    mutating func next(after answered: Answered?) -> Call? {
        if let answered {
            let (number, span) = (notebook.number(of: booking), appointments.span(at: minute))
            switch (answered.reply?.status, answered.reply?.code) {
            case (200, _): notebook.note(answered, .moved(number, to: span))
            case (409, "slot_taken"): notebook.note(answered, .refusedMove(number, to: span))
            default: notebook.find(answered)
            }
        }
        guard stepsLeft > 0 else { return nil }
        stepsLeft -= 1
        minute = random.below(minutes)
        return appointments.moving(booking, to: minute, by: token)
    }
}
