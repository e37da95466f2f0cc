import Glibc
import Races

/// `trial races --people 500 --workers 2 --rounds 1 --seed 1`: all races on one server, and then `roost verify`.
struct RacesCommand {
    static let usage = "races [--people 500] [--workers 2] [--rounds 1] [--seed 1]"

    private var people = 500
    private var workers = 2
    private var rounds = 1
    private var seed: UInt64 = 1

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard arguments.first == "races" else { return nil }
        var rest = arguments.dropFirst()
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst().flatMap(UInt64.init) else { return nil }
            switch flag {
            case "--people": people = max(1, Int(clamping: value))
            case "--workers": workers = Int(clamping: value)
            case "--rounds": rounds = Int(clamping: value)
            case "--seed": seed = value
            default: return nil
            }
        }
    }

    /// Whether all was well.
    func run() throws -> Bool {
        // What hangs ends here.
        alarm(UInt32(clamping: 300 + rounds * 600))
        let premises = try Premises(people: people, settings: ["WORKERS": "\(workers)"])
        try premises.start()
        let house = try House(premises)
        var isWell = true
        for round in 0..<rounds {
            for race in Race.all {
                isWell = try run(race, house, seed &+ UInt64(round)) && isWell
            }
        }
        try premises.stop()
        let findings = try premises.verify()
        for finding in findings { print(finding) }
        isWell = isWell && findings.isEmpty
        print(isWell ? "all well" : "NOT WELL")
        return isWell
    }

    private func run(_ race: Race, _ house: House, _ seed: UInt64) throws -> Bool {
        let start = ContinuousClock.now
        let report = try race.run(house, seed)
        let time = ContinuousClock.now - start
        let isWell = report.findings.isEmpty
        let order = report.verdict.map { ", an order is \($0)" } ?? ""
        print("\(isWell ? "ok  " : "FAIL") \(race.name): \(report.calls) answers\(order), \(time)")
        for finding in report.findings.prefix(20) { print("     \(finding)") }
        fflush(nil)
        return isWell
    }
}
