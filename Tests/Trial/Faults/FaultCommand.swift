import Glibc

/// `trial faults --seconds 900 --seed 1`: every fault at every operation of a scenario, in an empty folder
/// and on what a crash left. When the seconds are over it ends, and what was not tried is a failure.
struct FaultCommand {
    static let usage = "faults [--seconds 900] [--seed 1]"

    private var seconds = 900
    private var seed: UInt64 = 1

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard arguments.first == "faults" else { return nil }
        var rest = arguments.dropFirst()
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
            switch flag {
            case "--seconds": seconds = Int(clamping: value)
            case "--seed": seed = value
            default: return nil
            }
        }
    }

    /// Whether all was tried, and was well.
    func run() async throws -> Bool {
        let start = ContinuousClock.now
        // What hangs ends here too.
        alarm(UInt32(clamping: seconds + 60))
        var trial = try FaultTrial()
        trial.seed = seed
        let end = start + .seconds(seconds)
        var isWell = try await run(trial, "an empty folder", until: end)
        trial.stage = try await Stage.afterCrash(trial)
        isWell = try await run(trial, "what a crash left", until: end) && isWell
        (trial.callers, trial.attempts, trial.hasReaders) = (1, 16, false)
        isWell = try await run(trial, "a lonely writer", until: end) && isWell
        print("\(isWell ? "all well" : "NOT WELL") in \(ContinuousClock.now - start)")
        return isWell
    }

    private func run(
        _ trial: FaultTrial, _ stage: String, until end: ContinuousClock.Instant
    ) async throws -> Bool {
        var isWell = true
        for series in FaultSeries.all {
            let result = try await FaultCampaign(series: series, trial: trial, end: end).run()
            print("\(stage): \(series.name): \(result.faults) faults")
            for finding in result.findings { print("  \(finding)") }
            fflush(nil)
            isWell = isWell && result.findings.isEmpty
        }
        return isWell
    }
}
