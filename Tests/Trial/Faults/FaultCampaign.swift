import Glibc

/// A series of faults in one trial, until the scenario passes without one, or something is found.
struct FaultCampaign: Sendable {
    /// What came of it.
    struct Result: Sendable {
        var faults = 0
        var findings: [String] = []
    }

    enum Pace: Sendable {
        case every
        /// The further on, the fewer.
        case sparse
    }

    let series: FaultSeries
    let trial: FaultTrial
    var pace = Pace.every
    /// When to stop, done or not.
    var end: ContinuousClock.Instant?

    /// More than any scenario has operations.
    private static let most = 20_000

    func run() async throws -> Result {
        var result = Result()
        var nth = 1
        while nth < FaultCampaign.most {
            var trial = trial
            trial.seed = trial.seed &* 1_000_003 &+ UInt64(nth)
            let report = try await trial.run(series.fault(nth))
            result.findings += report.findings.map { "\(series.name), number \(nth): \($0)" }
            guard report.failures > 0, result.findings.isEmpty else { return result }
            result.faults += 1
            nth += pace == .every ? 1 : nth
            if let end, ContinuousClock.now >= end {
                result.findings.append("\(series.name): the time was over at number \(nth)")
                return result
            }
        }
        result.findings.append("\(series.name): the scenario has no end")
        return result
    }
}
