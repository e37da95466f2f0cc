import JSON
import Time
import Web

/// For which time the free appointments of a service are asked.
struct AvailabilityQuery: Sendable {
    /// Twice a month and a bit; what is further away is asked for in parts.
    static let longest = Duration.seconds(62 * 86_400)
    /// A week, for who doesn't say.
    static let usual = Duration.seconds(7 * 86_400)

    let from: Instant?
    let to: Instant?
    let timezone: String?

    static let parameters = Parameters.of(
        AvailabilityQuery.init,
        Parameter(
            "from", optional: .instant, "The first moment of a start; now where it isn't said."),
        Parameter(
            "to", optional: .instant,
            "The moment before which appointments start, at most 62 days after `from`; a week after "
                + "it where it isn't said."),
        Parameter(
            "timezone", optional: .zoneName,
            "Where the clocks hang that `date` and `time` are read from; else those of the service."
        ))

    /// Throws a 422 for one that can't be answered.
    func range(at now: Instant) throws(Problem) -> Interval {
        let start = from ?? now
        let end = to ?? min(start + Self.usual, Instant.writable.upperBound)
        if end < start { throw .invalid([Self.fault("bad_order", "must not be before `from`")]) }
        if end > start + Self.longest {
            throw .invalid([Self.fault("too_large", "must be at most 62 days after `from`")])
        }
        return Interval(start, end)
    }

    private static func fault(_ code: String, _ detail: String) -> Fault {
        Fault(pointer: "/to", field: "to", code: code, detail: detail)
    }
}
