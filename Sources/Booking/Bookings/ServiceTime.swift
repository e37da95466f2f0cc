import JSON
import SQLite
import Time
import Web

/// The time of a service, or of the house itself, that somebody wants a part of.
struct ServiceTime {
    let kind: BookingKind
    /// The service's number; nil for the house itself.
    let service: Int?
    let rules: ServiceRules

    /// Throws where nobody can have an appointment that begins then, with what else is free where somebody
    /// has it. A booking that is moved isn't in its own way.
    func check(
        _ start: Instant, moving booking: Int = 0, at now: Instant, _ reader: Reader
    ) throws {
        let member = kind == .slot && booking == 0 ? "slot" : "start_time"
        guard start <= now + Booking.farthest else { throw Problem.invalid([.tooFar(member)]) }
        let moment = Interval(start, start + .milliseconds(1))
        let near = try availability(around: moment, moving: booking, at: now, reader)
        guard let refusal = near.refusal(of: start) else { return }
        var problem = refusal.problem
        problem.faults = problem.faults.map {
            Fault(pointer: "/\(member)", field: member, code: $0.code, detail: $0.detail)
        }
        if refusal == .slotTaken {
            let range = Availability.searched(near: start)
            let free = try availability(around: range, moving: booking, at: now, reader)
            problem.alternatives = free.alternatives(near: start).map {
                Problem.Alternative(start: $0.start, end: $0.end)
            }
        }
        throw problem
    }

    private func availability(
        around range: Interval, moving booking: Int, at now: Instant, _ reader: Reader
    ) throws -> Availability {
        let claims = try BookedTime.claims(
            kind, of: service, within: rules.reach(of: range), besides: booking, reader)
        return Availability(rules, claims: claims, now: now)
    }
}
