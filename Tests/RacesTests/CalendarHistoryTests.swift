import Races
import Testing

@Suite("The history of a calendar")
struct CalendarHistoryTests {
    private func isRight(_ history: [Episode<Calendar.Deed>]) -> Bool {
        let examination = Examination.calendar(history)
        return examination.findings == [] && examination.verdict == .possible
    }

    /// Both ways of looking have found that it is wrong.
    private func isWrong(_ history: [Episode<Calendar.Deed>]) -> Bool {
        !CalendarArguments.findings(in: history).isEmpty
            && Examination.calendar(history).verdict == .impossible
    }

    @Test("Spans that meet don't overlap")
    func meeting() {
        #expect(
            isRight([
                Episode(from: 0, to: 5, .placed(1, 0..<60)),
                Episode(from: 6, to: 9, .placed(2, 60..<90)),
            ]))
    }

    @Test("Spans that overlap are wrong")
    func overlapping() {
        #expect(
            isWrong([
                Episode(from: 0, to: 9, .placed(1, 0..<60)),
                Episode(from: 2, to: 8, .placed(2, 59..<90)),
            ]))
    }

    @Test("Whoever is refused was late for somebody")
    func refusal() {
        let placed = Episode(from: 10, to: 20, Calendar.Deed.placed(1, 0..<60))
        #expect(isRight([placed, Episode(from: 5, to: 15, .refusedTaken(30..<90))]))
        #expect(isWrong([placed, Episode(from: 5, to: 9, .refusedTaken(30..<90))]))
        #expect(isWrong([placed, Episode(from: 5, to: 15, .refusedTaken(60..<90))]))
    }

    @Test("What is released is free, and a release that frees nothing was lost")
    func release() {
        let history: [Episode<Calendar.Deed>] = [
            Episode(from: 0, to: 5, .placed(1, 0..<60)), Episode(from: 6, to: 10, .released(1)),
        ]
        #expect(isRight(history + [Episode(from: 9, to: 12, .placed(2, 30..<90))]))
        #expect(isRight(history + [Episode(from: 9, to: 12, .refusedTaken(30..<90))]))
        #expect(isWrong(history + [Episode(from: 11, to: 12, .refusedTaken(30..<90))]))
        #expect(isRight(history + [Episode(from: 11, to: 12, .released(1))]))
        #expect(isRight(history + [Episode(from: 11, to: 12, .refusedGone(1))]))
        #expect(isWrong(history + [Episode(from: 2, to: 4, .refusedGone(1))]))
    }

    @Test("What moves frees its old span and takes the new one, and isn't in its own way")
    func moving() {
        let history: [Episode<Calendar.Deed>] = [
            Episode(from: 0, to: 5, .placed(1, 0..<60)),
            Episode(from: 6, to: 10, .moved(1, to: 30..<90)),
        ]
        #expect(isRight(history + [Episode(from: 11, to: 12, .placed(2, 0..<30))]))
        #expect(isWrong(history + [Episode(from: 11, to: 12, .placed(2, 60..<90))]))
        #expect(isWrong(history + [Episode(from: 11, to: 12, .refusedTaken(0..<30))]))
        #expect(isWrong(history + [Episode(from: 11, to: 12, .refusedMove(1, to: 0..<60))]))
        #expect(isRight(history + [Episode(from: 7, to: 8, .refusedTaken(0..<100))]))
    }

    @Test("Of two moves at once either may be the last")
    func rivals() {
        let history: [Episode<Calendar.Deed>] = [
            Episode(from: 0, to: 5, .placed(1, 0..<10)),
            Episode(from: 6, to: 10, .moved(1, to: 20..<30)),
            Episode(from: 7, to: 11, .moved(1, to: 40..<50)),
        ]
        #expect(isRight(history + [Episode(from: 12, to: 13, .placed(2, 20..<30))]))
        #expect(isRight(history + [Episode(from: 12, to: 13, .placed(2, 40..<50))]))
        #expect(isWrong(history + [Episode(from: 12, to: 13, .refusedTaken(0..<10))]))
        #expect(isRight(history + [Episode(from: 12, to: 13, .seen(1, 20..<30))]))
        #expect(isWrong(history + [Episode(from: 12, to: 13, .seen(1, 0..<10))]))
        // Both spans can't be free: that only the search sees.
        let both: [Episode<Calendar.Deed>] = [
            Episode(from: 12, to: 13, .placed(2, 20..<30)),
            Episode(from: 14, to: 15, .placed(3, 40..<50)),
        ]
        #expect(Examination.calendar(history + both).verdict == .impossible)
        #expect(!Examination.calendar(history + both).findings.isEmpty)
    }
}
