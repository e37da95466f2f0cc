/// A class, a session or an event: so many places, and who has them.
package struct Places: SequentialModel {
    /// What somebody did to it, and was told. Bookings and people have numbers.
    package enum Deed: Hashable, Sendable {
        case booked(_ booking: Int, by: Int, seats: Int)
        case refusedFull(seats: Int)
        case refusedTwice(by: Int)
        /// Also that it is not there any more.
        case refusedClosed
        case cancelled(_ booking: Int)
        case resized(to: Int)
        /// There are more bookings than that.
        case refusedResize(to: Int)
        case closed
        case seen(free: Int)
    }

    private struct Booking: Hashable, Sendable {
        let person: Int
        let seats: Int
        var isLive = true
    }

    /// Whether somebody may have one live booking at most.
    private let isOnePerPerson: Bool
    private var capacity: Int
    private var taken = 0
    private var isClosed = false
    private var bookings: [Int: Booking] = [:]

    package init(capacity: Int, onePerPerson: Bool) {
        self.capacity = capacity
        isOnePerPerson = onePerPerson
    }

    package func after(_ deed: Deed) -> Places? {
        switch deed {
        case .booked(let booking, let person, let seats): booked(booking, person, seats)
        case .refusedFull(let seats): answered(!isClosed && taken + seats > capacity)
        case .refusedTwice(let person): answered(!isClosed && isOnePerPerson && has(person))
        case .refusedClosed: answered(isClosed)
        case .cancelled(let booking): cancelled(booking)
        case .resized(let capacity): resized(capacity)
        case .refusedResize(let capacity): answered(!isClosed && taken > capacity)
        case .closed: closed
        case .seen(let free): answered(capacity - taken == free)
        }
    }

    package static func isLook(_ deed: Deed) -> Bool {
        switch deed {
        case .booked, .cancelled, .resized, .closed: false
        case .refusedFull, .refusedTwice, .refusedClosed, .refusedResize, .seen: true
        }
    }

    /// Nothing of the bookings is hashed: which there are follows from which deeds are done.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(capacity)
        hasher.combine(taken)
    }

    private func answered(_ isRight: Bool) -> Places? { isRight ? self : nil }

    private func has(_ person: Int) -> Bool {
        bookings.values.contains { $0.person == person && $0.isLive }
    }

    private func booked(_ number: Int, _ person: Int, _ seats: Int) -> Places? {
        guard !isClosed, bookings[number] == nil, taken + seats <= capacity,
            !isOnePerPerson || !has(person)
        else { return nil }
        var places = self
        places.bookings[number] = Booking(person: person, seats: seats)
        places.taken += seats
        return places
    }

    /// Twice is no error.
    private func cancelled(_ number: Int) -> Places? {
        guard let booking = bookings[number] else { return nil }
        guard booking.isLive else { return self }
        var places = self
        places.bookings[number]?.isLive = false
        places.taken -= booking.seats
        return places
    }

    private func resized(_ capacity: Int) -> Places? {
        guard !isClosed, taken <= capacity else { return nil }
        var places = self
        places.capacity = capacity
        return places
    }

    private var closed: Places {
        var places = self
        places.isClosed = true
        places.taken = 0
        for number in bookings.keys { places.bookings[number]?.isLive = false }
        return places
    }
}
