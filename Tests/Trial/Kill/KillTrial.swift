import Chance
import SQLite

/// Kills a process amid its writes, again and again, and looks each time at what is left.
struct KillTrial {
    var seed: UInt64 = 1
    /// How long the next process may take to have the database open.
    var limit = Duration.seconds(1)

    /// What was seen.
    private(set) var acknowledged = 0
    private(set) var refused = 0
    /// Those that were on their way, and of these the ones that had happened.
    private(set) var begun = 0
    private(set) var begunAndThere = 0
    private(set) var slowest = Duration.zero
    private(set) var findings: [String] = []

    /// So many rounds; after some of them in an empty folder again.
    mutating func run(rounds: Int, inOneFolder: Int = 10) throws {
        var folder = try ScratchFolder(.disk)
        var ledger = Ledger()
        for round in 0..<rounds {
            if round % inOneFolder == 0 {
                folder = try ScratchFolder(.disk)
                ledger = Ledger()
            }
            try run(round, in: folder, &ledger)
        }
    }

    private mutating func run(_ round: Int, in folder: ScratchFolder, _ ledger: inout Ledger) throws
    {
        var random = SeededGenerator(seed: seed, number: UInt64(round))
        var process = try TrialProcess(
            ["claim", folder.database, "\(round * 10_000_000)"], output: "\(folder.path)/\(round)")
        if random.below(5) > 0 {
            try process.listen(until: .now + .seconds(30), for: KilledLine.built.text)
            try process.listen(until: .now + .milliseconds(random.below(300)))
        } else {
            // Now and then before it is ready.
            try process.listen(until: .now + .milliseconds(random.below(60)))
        }
        try process.kill()
        note(process.said, in: &ledger)
        try restart(folder)
        let audit = try Audit(folder.database, ledger, KilledWriters.venue())
        findings += audit.findings.map { "round \(round): \($0)" }
        begunAndThere += ledger.entries.values.count {
            $0.outcome == .unknown && audit.claims[$0.attempt.id] != nil
        }
        ledger = ledger.settled(audit.claims)
    }

    /// What was begun and never answered may have happened or not.
    private mutating func note(_ said: [UInt8], in ledger: inout Ledger) {
        var open: [Int: Attempt] = [:]
        for line in String(decoding: said, as: UTF8.self).split(separator: "\n") {
            switch KilledLine(line) {
            case .open: break
            case .built: ledger.building = .acknowledged
            case .begun(let attempt): open[attempt.id] = attempt
            case .answered(let id, let outcome):
                guard let attempt = open.removeValue(forKey: id) else { continue }
                ledger.note(attempt, outcome)
                count(outcome)
            case nil: findings.append("a line that nobody expects: \(line)")
            }
        }
        for attempt in open.values { ledger.note(attempt, .unknown) }
        begun += open.count
    }

    private mutating func count(_ outcome: Outcome) {
        switch outcome {
        case .acknowledged: acknowledged += 1
        case .refused: refused += 1
        case .unavailable, .unknown:
            findings.append("the disk is sound, and an answer was \(outcome)")
        }
    }

    private mutating func restart(_ folder: ScratchFolder) throws {
        let start = ContinuousClock.now
        let database = Database(KilledWriters.options(folder.database))
        try database.open()
        let time = ContinuousClock.now - start
        database.close()
        slowest = max(slowest, time)
        if time > limit { findings.append("the start took \(time)") }
    }
}
