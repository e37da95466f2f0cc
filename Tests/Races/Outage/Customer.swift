import Chance

/// Somebody who books without a pause, cancels now and then, and stops when the server is gone, or when it
/// has been a good customer.
struct Customer: Errand {
    /// So many are enough: all of them are looked at in the end.
    private static let most = 200

    private let token: String
    private let bookables: [Bookable]
    private let appointments: Appointments
    private let promises: Promises
    private let name: String
    private var random: SeededGenerator
    private var number = 0
    private var key = ""
    private var booked: [String] = []

    init(
        _ person: Int, round: Int, _ token: String, at bookables: [Bookable],
        _ appointments: Appointments, _ promises: Promises, seed: UInt64
    ) {
        self.token = token
        self.bookables = bookables
        self.appointments = appointments
        self.promises = promises
        name = "customer-\(round)-\(person)"
        random = SeededGenerator(seed: seed &+ UInt64(round), number: UInt64(person))
    }

    mutating func next(after answered: Answered?) -> Call? {
        if let answered {
            guard let answer = promises.note(key, answered) else { return nil }
            if case .booked(let id) = answer { booked.append(id) }
        }
        guard number < Customer.most else { return nil }
        number += 1
        key = "\(name)-\(number)"
        let cancels = random.below(5) == 0 ? booked.popLast() : nil
        let call = (cancels.map { Call("POST", "/bookings/\($0)/cancel", by: token) } ?? booking())
            .with("Idempotency-Key", key)
        promises.begin(Promise(key: key, call: call, cancels: cancels))
        return call
    }

    private mutating func booking() -> Call {
        random.below(8) == 0
            ? appointments.booking(at: random.below(100_000), by: token)
            : random.pick(bookables).booking(seats: 1 + random.below(3), by: token)
    }
}
