import JSON
import Time
import Web

/// The rules of when something may be: it begins in the future, ends after it has begun, and neither is a
/// slip.
///
/// Clients give a start and an end under names of their own, so the faults have these names.
struct OccasionTimes: Sendable {
    /// More than a year is a slip.
    static let longest = Duration.seconds(366 * 86_400)

    /// The members that clients give the start and the end by.
    let start: String
    let end: String
    /// The code of a start in the past.
    let past: String

    /// Throws a 422 with all that is wrong with the times that a client gave, as far as it gave them.
    func check(_ given: (start: Instant?, end: Instant?), at now: Instant) throws(Problem) {
        guard let start = given.start else { return }
        var faults: [Fault] = []
        if start <= now { faults.append(fault(self.start, past, "must be in the future")) }
        if start > now + Occasion.farthest { faults.append(.tooFar(self.start)) }
        if let end = given.end { faults += self.faults(from: start, to: end, blaming: self.end) }
        guard faults.isEmpty else { throw .invalid(faults) }
    }

    /// Throws a 422 for what a change comes to, and blames the end where that was given: else the start
    /// was, or neither, and then the times are what they were.
    func check(_ facts: OccasionFacts, isEndGiven: Bool) throws(Problem) {
        guard let end = facts.endsAt else { return }
        let faults = faults(from: facts.startsAt, to: end, blaming: isEndGiven ? self.end : start)
        guard faults.isEmpty else { throw .invalid(faults) }
    }

    private func faults(from start: Instant, to end: Instant, blaming member: String) -> [Fault] {
        if end <= start {
            return [fault(member, "bad_order", "must leave `\(self.end)` after `\(self.start)`")]
        }
        if end - start > OccasionTimes.longest {
            return [
                fault(
                    member, "too_large",
                    "must leave `\(self.end)` at most 366 days after `\(self.start)`")
            ]
        }
        return []
    }

    private func fault(_ field: String, _ code: String, _ detail: String) -> Fault {
        Fault(pointer: "/\(field)", field: field, code: code, detail: detail)
    }
}
