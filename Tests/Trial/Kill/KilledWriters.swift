import Chance
import Glibc
import SQLite

/// The process to be killed: 64 writers claim seats without a pause, and each says what it was answered
/// as soon as it knows. `trial claim PATH FIRST` runs it; its attempts are numbered from there.
struct KilledWriters {
    static func venue() throws -> Venue {
        try Venue(sittings: 500, seats: 80, people: 200)
    }

    private static let writers = 64
    /// Somebody kills it long before. If nobody does, it ends by itself.
    private static let lifetime = Duration.seconds(30)

    private let path: String
    private let first: Int

    /// Nil for words that ask for something else.
    init?(_ words: [String]) {
        guard words.count == 3, words[0] == "claim", let first = Int(words[2]) else { return nil }
        path = words[1]
        self.first = first
    }

    /// Small logs, so that some are killed amid a checkpoint.
    static func options(_ path: String) -> DatabaseOptions {
        var options = DatabaseOptions(path: path)
        options.checkpointPages = 300
        options.asidePages = 1
        return options
    }

    func run() async throws {
        let database = Database(KilledWriters.options(path))
        try database.open()
        KilledLine.open.write()
        let venue = try KilledWriters.venue()
        try await database.write { try venue.build($0) }
        KilledLine.built.write()
        let end = ContinuousClock.now + KilledWriters.lifetime
        await withDiscardingTaskGroup { group in
            for writer in 0..<KilledWriters.writers {
                group.addTask { await claim(writer, at: venue, database, until: end) }
            }
        }
        database.close()
    }

    private func claim(
        _ writer: Int, at venue: Venue, _ database: Database, until end: ContinuousClock.Instant
    ) async {
        var random = SeededGenerator(seed: UInt64(first), number: UInt64(writer))
        var id = first + writer
        while ContinuousClock.now < end {
            let attempt = venue.attempt(id, &random)
            KilledLine.begun(attempt).write()
            do {
                try await database.write { try venue.claim(attempt, $0) }
                KilledLine.answered(id, .acknowledged).write()
            } catch {
                KilledLine.answered(id, Outcome(error) ?? .unknown).write()
            }
            id += KilledWriters.writers
        }
    }
}
