import Booking
import SQLite
import Studio
import Time

/// `trial replay FILE`: how fast a long journal is replayed and verified. The file is made anew.
struct ReplayCommand {
    static let usage = "replay FILE [ENTRIES]"

    /// A sitting, a claim on it that lasts, and one that is given back.
    private static let entriesOfRound = 4

    private let path: String
    private let entries: Int

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard (2...3).contains(arguments.count), arguments[0] == "replay" else { return nil }
        path = arguments[1]
        guard let entries = arguments.count == 3 ? Int(arguments[2]) : 200_000 else { return nil }
        self.entries = entries
    }

    func run() throws {
        let studio = try Studio()
        let connection = try Connection(path, .create)
        try connection.transaction(at: Clock.system.now) { try Studio.makeTables(in: $0) }
        try tell("recorded") {
            try connection.transaction(at: Clock.system.now) { tx in
                for round in 0..<entries / ReplayCommand.entriesOfRound {
                    try ReplayCommand.record(round, studio, tx)
                }
            }
        }
        try connection.script("pragma wal_checkpoint(truncate)")
        try tell("replayed") {
            _ = try connection.transaction(at: Clock.system.now) {
                try Replay(studio.journal.chapters).rebuild(in: $0)
            }
        }
        try tell("verified") {
            _ = try connection.read { try Verification(studio.journal.chapters).run(on: $0) }
        }
    }

    private static func record(_ round: Int, _ studio: Studio, _ tx: Transaction) throws {
        let sitting = Studio.id(3 * round)
        try studio.open(sitting, capacity: 5, in: tx)
        for place in 1...2 {
            try studio.place(
                Studio.id(3 * round + place), on: sitting, for: Studio.id(place), in: tx)
        }
        try studio.release(Studio.id(3 * round + 1), in: tx)
    }

    private func tell(_ what: String, _ work: () throws -> Void) throws {
        let start = MonotonicClock.system.nanoseconds
        try work()
        let seconds = Double(MonotonicClock.system.nanoseconds - start) / 1e9
        let pace = Int(Double(entries) / seconds)
        print("\(what) \(entries) entries in \(Int(seconds * 1_000)) ms: \(pace) a second")
    }
}
