import Testing

@testable import trial

// `make kill` does it 50 times, and wants the next process to be ready within a second.
@Suite("A process that is killed", .timeLimit(.minutes(10)))
struct KillTrialTests {
    @Test("Nothing acknowledged is missing, nothing refused is there, and the next one starts")
    func kills() throws {
        var trial = KillTrial()
        // Tests run beside others on slow machines.
        trial.limit = .seconds(20)
        try trial.run(rounds: 5)
        #expect(trial.findings == [])
        #expect(trial.acknowledged > 0)
    }

    @Test(
        "What it says is read as it was said",
        arguments: [
            .open, .built, .begun(Attempt(id: 1, sitting: 2, person: 3)),
            .answered(1, .acknowledged), .answered(2, .refused(.full)),
            .answered(3, .refused(.alreadyPlaced)), .answered(4, .unavailable),
            .answered(5, .unknown),
        ] as [KilledLine])
    func lines(line: KilledLine) {
        #expect(KilledLine(Substring(line.text)) == line)
    }

    @Test(
        "Half a line is none", arguments: ["", "begun 1 2", "answered 1 ackn", "answered x full"])
    func noLines(text: String) {
        #expect(KilledLine(Substring(text)) == nil)
    }
}
