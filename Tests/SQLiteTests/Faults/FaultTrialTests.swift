import Testing

@testable import trial

// `make faults` tries every fault; here each kind has a few.
@Suite("The database on a disk that fails", .serialized, .timeLimit(.minutes(10)))
struct FaultTrialTests {
    private let trial: FaultTrial

    init() throws {
        var trial = try FaultTrial()
        trial.callers = 4
        trial.attempts = 3
        self.trial = trial
    }

    @Test(
        "In an empty folder no promise is broken",
        arguments: FaultSeries.all.filter { $0.span != .once })
    func empty(series: FaultSeries) async throws {
        #expect(try await findings(of: series, in: trial) == [])
    }

    @Test("On what a crash left no promise is broken", arguments: FaultSeries.all)
    func afterCrash(series: FaultSeries) async throws {
        var trial = trial
        trial.stage = try await Stage.afterCrash(trial)
        #expect(try await findings(of: series, in: trial) == [])
    }

    // Between a commit that begins the log anew and one that fails, the log can't be looked at.
    @Test("A writer alone, on a disk that fails twice in a row, breaks no promise")
    func twice() async throws {
        var trial = trial
        (trial.callers, trial.attempts, trial.hasReaders) = (1, 16, false)
        trial.stage = try await Stage.afterCrash(trial)
        let series = try #require(FaultSeries.all.first { $0.span == .twice })
        #expect(try await FaultCampaign(series: series, trial: trial).run().findings == [])
    }

    @Test("A disk that lies about syncs is found out")
    func lying() async throws {
        var trial = trial
        trial.memory = .lying
        trial.powerCuts = 50
        let never = Fault(.delete, nth: .max)
        let findings = try await trial.run(never).findings
        #expect(findings.contains { $0.hasPrefix("after a power cut") })
    }

    private func findings(of series: FaultSeries, in trial: FaultTrial) async throws -> [String] {
        try await FaultCampaign(series: series, trial: trial, pace: .sparse).run().findings
    }
}
