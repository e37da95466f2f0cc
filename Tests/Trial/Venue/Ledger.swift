/// What was promised to whom, kept outside of the database.
struct Ledger: Sendable {
    struct Entry: Sendable {
        let attempt: Attempt
        let outcome: Outcome
    }

    /// What became of making the tables.
    var building = Outcome.unknown
    /// By the attempts' numbers. Those that were never answered are missing.
    private(set) var entries: [Int: Entry] = [:]
    /// How many attempts got no answer but that the database has trouble.
    private(set) var unserved = 0
    /// How often somebody wanted to look and could not.
    var unreadable = 0
    /// What should never have happened.
    private(set) var findings: [String] = []

    mutating func note(_ attempt: Attempt, _ outcome: Outcome) {
        entries[attempt.id] = Entry(attempt: attempt, outcome: outcome)
        if outcome == .unavailable || outcome == .unknown { unserved += 1 }
    }

    mutating func find(_ finding: String) {
        findings.append(finding)
    }

    /// Whether nobody was turned away for the disk's sake.
    var isSound: Bool { building == .acknowledged && unserved == 0 }

    /// Whether somebody was told that the disk failed, and so nothing about the attempt.
    var hasUnknown: Bool { entries.values.contains { $0.outcome == .unknown } }

    /// Promises that nothing came of what may have happened or not.
    mutating func refuseUnknown() {
        entries = settled([:]).entries
    }

    /// The ledger of the next process. What was seen once, to be there or not, stays so.
    func settled(_ seen: [Int: Attempt]) -> Ledger {
        var ledger = Ledger(building: building)
        ledger.entries = entries.mapValues { entry in
            guard entry.outcome == .unknown else { return entry }
            let isThere = seen[entry.attempt.id] != nil
            return Entry(attempt: entry.attempt, outcome: isThere ? .acknowledged : .unavailable)
        }
        return ledger
    }
}
