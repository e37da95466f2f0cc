import Booking
import Glibc
import Migrations
import SQLite
import Studio
import Synchronization
import Time
import Web

/// The process to be killed: it has a stream of its changes, and says after each turn which entry had
/// been acknowledged before it. `trial streamed-writers DATABASE FOLDER FIRST` runs it.
struct StreamedWriters {
    private static let writers = 16
    /// Somebody kills it long before. If nobody does, it ends by itself.
    private static let lifetime = Duration.seconds(30)
    /// The database is copied anew after so many turns.
    private static let turnsToCopy = 10

    private let path: String
    private let folder: String
    private let first: Int

    /// Nil for words that ask for something else.
    init?(_ words: [String]) {
        guard words.count == 4, words[0] == "streamed-writers", let first = Int(words[3]) else {
            return nil
        }
        path = words[1]
        folder = words[2]
        self.first = first
    }

    func run() async throws {
        let migrator = try Migrator(Migration.embedded)
        do {
            let connection = try Connection(path, .create)
            try migrator.migrate(connection, at: Clock.system.now)
            try connection.transaction(at: Clock.system.now) { try Studio.makeTables(in: $0) }
        }
        var options = DatabaseOptions(path: path)
        options.checkpointPages = 100
        options.asidePages = 1
        let database = Database(options)
        try database.open()
        let clock = TurningClock()
        let stream = LogStream(
            of: database, Backup(of: path, migrator, version: "trial"), to: folder,
            copyingEvery: .seconds(StreamedWriters.turnsToCopy), clock: clock.clock,
            log: Log(.error, clock: .system) { print(String(decoding: $0, as: UTF8.self)) })
        stream.listen()
        let acknowledged = Acknowledged()
        let end = ContinuousClock.now + StreamedWriters.lifetime
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<StreamedWriters.writers {
                group.addTask { try await write(writer, to: database, acknowledged, until: end) }
            }
            group.addTask { ship(stream, clock, acknowledged, until: end) }
            try await group.waitForAll()
        }
        database.close()
    }

    private func ship(
        _ stream: LogStream, _ clock: TurningClock, _ acknowledged: Acknowledged,
        until end: ContinuousClock.Instant
    ) {
        while ContinuousClock.now < end {
            let seq = acknowledged.seq
            _ = stream.shipTurn()
            StreamedWriters.say("shipped \(seq)")
            _ = stream.copyTurn()
            clock.turn()
        }
    }

    private func write(
        _ writer: Int, to database: Database, _ acknowledged: Acknowledged,
        until end: ContinuousClock.Instant
    ) async throws {
        let studio = try Studio()
        var number = first + writer
        while ContinuousClock.now < end {
            let id = Studio.id(number)
            let person = Studio.id(number + 1)
            let seq = try await database.write { tx in
                try studio.open(id, capacity: 3, in: tx)
                try studio.enrol(id, name: "Ann", email: "ann@example.com", in: tx)
                return try studio.place(id, on: id, for: person, in: tx).seq
            }
            acknowledged.note(seq)
            number += StreamedWriters.writers
        }
    }

    /// One system call, so that a line is said or not.
    static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
    }

    /// The last entry of those that somebody was told of.
    private final class Acknowledged: Sendable {
        private let last = Atomic(0)

        var seq: Int { last.load(ordering: .acquiring) }

        func note(_ seq: Int) {
            last.max(seq, ordering: .acquiringAndReleasing)
        }
    }

    /// A clock that goes on by a second with each turn.
    private final class TurningClock: Sendable {
        private let start = Clock.system.now.seconds
        private let turns = Atomic(Int64(0))

        var clock: Clock {
            Clock { [self] in Instant(seconds: start + turns.load(ordering: .relaxed)) }
        }

        func turn() {
            turns.add(1, ordering: .relaxed)
        }
    }
}
