import Testing

@testable import trial

// `trial stream-kill` does it more often.
@Suite("A process that streams its changes and is killed", .timeLimit(.minutes(5)))
struct StreamKillTests {
    @Test("Has lost nothing with its database that a turn had shipped, and what is left is whole")
    func kills() throws {
        var trial = StreamKillTrial()
        try trial.run(rounds: 2)
        #expect(trial.findings == [])
        #expect(trial.promised > 0)
    }
}
