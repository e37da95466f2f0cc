import Races
import Testing

@Suite("Arguments and the search for an order")
struct ExaminationTests {
    @Test("What really happened is never called wrong")
    func right() {
        for number in 0..<300 {
            var random = RandomPlaces(number)
            let history = random.right(24)
            let examination = Examination.places(
                history, capacity: random.capacity, onePerPerson: true)
            #expect(examination.findings == [], "number \(number)")
            #expect(examination.verdict == .possible, "number \(number)")
        }
    }

    @Test("What an argument calls wrong has no order, whatever was told")
    func sound() {
        var found = 0
        var missed = 0
        for number in 0..<600 {
            var random = RandomPlaces(number)
            let history = random.doubtful(16)
            let examination = Examination.places(
                history, capacity: random.capacity, onePerPerson: true)
            let findings = PlacesArguments.findings(
                in: history, capacity: random.capacity, onePerPerson: true)
            if !findings.isEmpty {
                #expect(examination.verdict == .impossible, "number \(number): \(findings)")
                found += 1
            } else if examination.verdict == .impossible {
                missed += 1
            }
        }
        // The trial tries something: much is wrong, and the arguments see most of it.
        #expect(found > 100)
        #expect(missed < found)
    }

    @Test("A search without the steps that it needs doesn't know")
    func undecided() {
        let history = (0..<20).map {
            Episode(from: 0, to: 9, Places.Deed.booked($0, by: $0, seats: 1))
        }
        let model = Places(capacity: 20, onePerPerson: true)
        #expect(Linearization.search(history, from: model, steps: 5) == .undecided)
        #expect(Linearization.search(history, from: model) == .possible)
    }

    @Test("Five hundred at once are examined within a moment")
    func crowd() {
        let history = (0..<500).map { person in
            Episode(
                from: person, to: 1_000 + person,
                person % 50 == 0
                    ? Places.Deed.booked(person, by: person, seats: 1) : .refusedFull(seats: 1))
        }
        let examination = Examination.places(history, capacity: 10, onePerPerson: true)
        #expect(examination.findings == [])
        #expect(examination.verdict == .possible)
        let fewer = Examination.places(history, capacity: 9, onePerPerson: true)
        #expect(fewer.findings != [])
        let more = Examination.places(history, capacity: 11, onePerPerson: true)
        #expect(more.findings != [])
    }
}
