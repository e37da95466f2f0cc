import Races
import Testing

@Suite("The history of a thing with places")
struct PlacesHistoryTests {
    private func examine(
        _ history: [Episode<Places.Deed>], capacity: Int, onePerPerson: Bool = true
    ) -> Examination {
        .places(history, capacity: capacity, onePerPerson: onePerPerson)
    }

    private func isRight(
        _ history: [Episode<Places.Deed>], capacity: Int, onePerPerson: Bool = true
    ) -> Bool {
        let examination = examine(history, capacity: capacity, onePerPerson: onePerPerson)
        return examination.findings == [] && examination.verdict == .possible
    }

    /// Both ways of looking have found that it is wrong.
    private func isWrong(
        _ history: [Episode<Places.Deed>], capacity: Int, onePerPerson: Bool = true
    ) -> Bool {
        let found = PlacesArguments.findings(
            in: history, capacity: capacity, onePerPerson: onePerPerson)
        let examination = examine(history, capacity: capacity, onePerPerson: onePerPerson)
        return !found.isEmpty && examination.verdict == .impossible
    }

    @Test("The last place goes to one of two, and the other is refused")
    func lastPlace() {
        #expect(
            isRight(
                [
                    Episode(from: 0, to: 10, .refusedFull(seats: 1)),
                    Episode(from: 2, to: 20, .booked(1, by: 1, seats: 1)),
                ], capacity: 1))
    }

    @Test("More bookings than places are wrong")
    func overselling() {
        let crowd = (0..<11).map {
            Episode(from: $0, to: 100, Places.Deed.booked($0, by: $0, seats: 1))
        }
        #expect(isWrong(crowd, capacity: 10))
        #expect(isRight(crowd, capacity: 11))
    }

    @Test("More seats than there are is wrong, however they are spread")
    func seats() {
        let pair: [Episode<Places.Deed>] = [
            Episode(from: 0, to: 10, .booked(1, by: 1, seats: 3)),
            Episode(from: 5, to: 12, .booked(2, by: 1, seats: 3)),
        ]
        #expect(isWrong(pair, capacity: 5, onePerPerson: false))
        #expect(isRight(pair, capacity: 6, onePerPerson: false))
    }

    @Test("A refusal while places are left is wrong")
    func freePlaces() {
        #expect(
            isWrong(
                [
                    Episode(from: 0, to: 5, .booked(1, by: 1, seats: 1)),
                    Episode(from: 6, to: 9, .refusedFull(seats: 1)),
                    Episode(from: 10, to: 12, .booked(2, by: 2, seats: 1)),
                ], capacity: 2))
    }

    @Test("Who wants two seats may be refused where one is left, and not where two are")
    func fewSeats() {
        let history: [Episode<Places.Deed>] = [
            Episode(from: 0, to: 5, .booked(1, by: 1, seats: 4)),
            Episode(from: 6, to: 9, .refusedFull(seats: 2)),
        ]
        #expect(isRight(history, capacity: 5, onePerPerson: false))
        #expect(isWrong(history, capacity: 6, onePerPerson: false))
    }

    @Test("A cancellation that frees no place was lost")
    func lostCancellation() {
        #expect(
            isWrong(
                [
                    Episode(from: 0, to: 5, .booked(1, by: 1, seats: 1)),
                    Episode(from: 6, to: 9, .cancelled(1)),
                    Episode(from: 10, to: 12, .refusedFull(seats: 1)),
                ], capacity: 1))
    }

    @Test("A cancellation under way may have freed its place or not")
    func cancellationUnderWay() {
        let start: [Episode<Places.Deed>] = [
            Episode(from: 0, to: 5, .booked(1, by: 1, seats: 1)),
            Episode(from: 6, to: 20, .cancelled(1)),
        ]
        let refused = Episode(from: 10, to: 12, Places.Deed.refusedFull(seats: 1))
        let booked = Episode(from: 13, to: 15, Places.Deed.booked(2, by: 2, seats: 1))
        #expect(isRight(start + [refused], capacity: 1))
        #expect(isRight(start + [refused, booked], capacity: 1))
        // Freed for one who was there first, and then not for the next.
        let late = Episode(from: 16, to: 18, Places.Deed.seen(free: 1))
        #expect(isWrong(start + [booked, late], capacity: 1))
    }

    @Test("Two bookings of one person are wrong")
    func double() {
        let pair: [Episode<Places.Deed>] = [
            Episode(from: 0, to: 10, .booked(1, by: 7, seats: 1)),
            Episode(from: 2, to: 9, .booked(2, by: 7, seats: 1)),
        ]
        #expect(isWrong(pair, capacity: 5))
        #expect(isRight(pair, capacity: 5, onePerPerson: false))
    }

    @Test("A booking that two were given is wrong")
    func sameBooking() {
        #expect(
            isWrong(
                [
                    Episode(from: 0, to: 10, .booked(1, by: 7, seats: 1)),
                    Episode(from: 2, to: 9, .booked(1, by: 8, seats: 1)),
                ], capacity: 5))
    }

    @Test("Nobody has booked already who cancelled before, or never booked")
    func twice() {
        let history: [Episode<Places.Deed>] = [
            Episode(from: 0, to: 5, .booked(1, by: 7, seats: 1)),
            Episode(from: 6, to: 9, .cancelled(1)),
        ]
        #expect(isWrong(history + [Episode(from: 10, to: 12, .refusedTwice(by: 7))], capacity: 5))
        #expect(isWrong(history + [Episode(from: 2, to: 4, .refusedTwice(by: 8))], capacity: 5))
        #expect(isRight(history + [Episode(from: 8, to: 12, .refusedTwice(by: 7))], capacity: 5))
    }

    @Test("A smaller capacity is refused where more is booked, and only there")
    func resizing() {
        let bookings: [Episode<Places.Deed>] = [
            Episode(from: 0, to: 5, .booked(1, by: 1, seats: 1)),
            Episode(from: 6, to: 9, .booked(2, by: 2, seats: 1)),
        ]
        #expect(isRight(bookings + [Episode(from: 10, to: 12, .refusedResize(to: 1))], capacity: 3))
        #expect(isWrong(bookings + [Episode(from: 10, to: 12, .refusedResize(to: 2))], capacity: 3))
        #expect(isWrong(bookings + [Episode(from: 10, to: 12, .resized(to: 1))], capacity: 3))
        #expect(isRight(bookings + [Episode(from: 7, to: 12, .resized(to: 2))], capacity: 3))
    }

    @Test("Places that came are there, and those that went are not")
    func capacity() {
        let grown = Episode(from: 0, to: 5, Places.Deed.resized(to: 1))
        #expect(isWrong([grown, Episode(from: 6, to: 9, .refusedFull(seats: 1))], capacity: 0))
        #expect(isRight([grown, Episode(from: 4, to: 9, .refusedFull(seats: 1))], capacity: 0))
        let shrunk = Episode(from: 0, to: 5, Places.Deed.resized(to: 0))
        #expect(
            isWrong([shrunk, Episode(from: 6, to: 9, .booked(1, by: 1, seats: 1))], capacity: 1))
    }

    @Test("Behind a cancelled class nobody books, and before it nobody is told that it was")
    func closing() {
        let closed = Episode(from: 10, to: 20, Places.Deed.closed)
        #expect(
            isWrong([closed, Episode(from: 21, to: 25, .booked(1, by: 1, seats: 1))], capacity: 5))
        #expect(
            isRight([closed, Episode(from: 19, to: 25, .booked(1, by: 1, seats: 1))], capacity: 5))
        #expect(isWrong([closed, Episode(from: 5, to: 9, .refusedClosed)], capacity: 5))
        #expect(isRight([closed, Episode(from: 15, to: 16, .refusedClosed)], capacity: 5))
        #expect(isWrong([closed, Episode(from: 21, to: 25, .refusedFull(seats: 1))], capacity: 0))
    }

    @Test("What is seen was so at some moment")
    func seen() {
        let booked = Episode(from: 0, to: 10, Places.Deed.booked(1, by: 1, seats: 1))
        #expect(isRight([booked, Episode(from: 5, to: 6, .seen(free: 1))], capacity: 1))
        #expect(isRight([booked, Episode(from: 5, to: 6, .seen(free: 0))], capacity: 1))
        #expect(isWrong([booked, Episode(from: 11, to: 12, .seen(free: 1))], capacity: 1))
    }
}
