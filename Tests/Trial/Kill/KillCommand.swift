import Glibc

/// `trial kill --rounds 50 --seed 1`: kills 64 writers that often, and looks at what is left.
struct KillCommand {
    static let usage = "kill [--rounds 50] [--seed 1]"

    private var rounds = 50
    private var trial = KillTrial()

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard arguments.first == "kill" else { return nil }
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
        alarm(UInt32(clamping: 60 + rounds * 30))
        try trial.run(rounds: rounds)
        print(
            """
            \(rounds) kills: \(trial.acknowledged) acknowledged, \(trial.refused) refused, \
            \(trial.begun) under way, of which \(trial.begunAndThere) had happened; \
            the slowest start took \(trial.slowest)
            """)
        for finding in trial.findings { print("  \(finding)") }
        print(trial.findings.isEmpty ? "all well" : "NOT WELL")
        return trial.findings.isEmpty
    }
}
