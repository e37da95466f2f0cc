import Glibc
import Races

/// `trial kill-bookings --rounds 20 --seed 1`: kills a server that often amid bookings, and compares what was
/// promised with what is there.
struct BookingKillCommand {
    static let usage = "kill-bookings [--rounds 20] [--seed 1]"

    private var rounds = 20
    private var seed: UInt64 = 1

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard arguments.first == "kill-bookings" else { return nil }
        var rest = arguments.dropFirst()
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
            switch flag {
            case "--rounds": rounds = Int(clamping: value)
            case "--seed": seed = value
            default: return nil
            }
        }
    }

    /// Whether all was well.
    func run() throws -> Bool {
        // What hangs ends here.
        alarm(UInt32(clamping: 60 + rounds * 60))
        var outages = try Outages(seed: seed)
        try outages.run(rounds: rounds)
        print(
            """
            \(rounds) kills: \(outages.acknowledged) answered, \(outages.unanswered) asked again, \
            of which \(outages.unansweredAndDone) had happened; \
            the slowest start took \(outages.slowest)
            """)
        for finding in outages.findings { print("  \(finding)") }
        print(outages.findings.isEmpty ? "all well" : "NOT WELL")
        return outages.findings.isEmpty
    }
}
