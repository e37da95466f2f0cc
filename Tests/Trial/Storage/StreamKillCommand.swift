import Glibc

/// `trial stream-kill --rounds 20 --seed 1`: kills writers with a stream that often, and restores what
/// they had.
struct StreamKillCommand {
    static let usage = "stream-kill [--rounds 20] [--seed 1]"

    private var rounds = 20
    private var trial = StreamKillTrial()

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard arguments.first == "stream-kill" else { return nil }
        var rest = arguments.dropFirst()
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
            switch flag {
            case "--rounds": rounds = Int(clamping: value)
            case "--seed": trial.seed = value
            default: return nil
            }
        }
    }

    /// Whether all was well.
    mutating func run() throws -> Bool {
        // What hangs ends here.
        alarm(UInt32(clamping: 60 + rounds * 60))
        try trial.run(rounds: rounds)
        print(
            "\(rounds) kills: \(trial.promised) entries were shipped for certain, "
                + "\(trial.found) were restored")
        for finding in trial.findings { print("  \(finding)") }
        print(trial.findings.isEmpty ? "all well" : "NOT WELL")
        return trial.findings.isEmpty
    }
}
