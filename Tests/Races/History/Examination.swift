/// A history that was examined in both ways: by arguments, which take any length, and by a search for an order,
/// which is exact and may take too long.
package struct Examination: Sendable {
    package let verdict: Verdict
    package let findings: [String]

    package static func places(
        _ history: [Episode<Places.Deed>], capacity: Int, onePerPerson: Bool, steps: Int = 20_000
    ) -> Examination {
        let found = PlacesArguments.findings(
            in: history, capacity: capacity, onePerPerson: onePerPerson)
        let model = Places(capacity: capacity, onePerPerson: onePerPerson)
        return Examination(found, Linearization.search(history, from: model, steps: steps))
    }

    package static func calendar(
        _ history: [Episode<Calendar.Deed>], steps: Int = 20_000
    ) -> Examination {
        let found = CalendarArguments.findings(in: history)
        return Examination(found, Linearization.search(history, from: Calendar(), steps: steps))
    }

    private init(_ found: [String], _ verdict: Verdict) {
        self.verdict = verdict
        let none = ["no order of these requests explains their answers"]
        findings = found.isEmpty && verdict == .impossible ? none : found
    }
}
