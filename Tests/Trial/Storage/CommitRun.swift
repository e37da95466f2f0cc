import Glibc
import Posix
import SQLite
import Synchronization
import Time

/// Many callers who book at the same time, as a server's requests do.
final class CommitRun: Sendable {
    private let database: Database
    private let path: String
    private let groupSize: Int
    private let callers: Int
    private let writes: Int
    private let readers: Int
    private let next = Atomic(0)
    private let reads = Atomic(0)
    private let longestLog = Atomic(0)
    private let isOver = Atomic(false)

    init(_ path: String, groupSize: Int, callers: Int, writes: Int, readers: Int) {
        self.path = path
        self.groupSize = groupSize
        self.callers = callers
        self.writes = writes
        self.readers = readers
        for end in ["", "-wal", "-shm"] { unlink(path + end) }
        var options = DatabaseOptions(path: path)
        options.groupSize = groupSize
        database = Database(options)
    }

    func run() async throws -> CommitFigures {
        try database.open()
        defer { database.close() }
        try await database.write { tx in
            try tx.script(CommitRun.schema)
            for n in 0..<1_000 {
                try tx.run("insert into session (id, seats) values (\(n), 1000000)")
            }
        }
        let threads = try (0..<readers).map { _ in try OwnThread { self.read() } }
        let before = database.statistics.commits.values.counts.reduce(0, +)
        let begin = MonotonicClock.system.nanoseconds
        try await book()
        let seconds = Double(MonotonicClock.system.nanoseconds - begin) / 1e9
        isOver.store(true, ordering: .relaxed)
        try await OwnThread.run { for thread in threads { thread.join() } }
        return figures(seconds, before)
    }

    private func book() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<callers {
                group.addTask {
                    while true {
                        let n = self.next.add(1, ordering: .relaxed).oldValue
                        guard n < self.writes else { return }
                        try await self.book(n)
                        if n % 100 == 0 { self.noteLog() }
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// One booking: a place is taken if there is one, and the journal tells of it.
    private func book(_ n: Int) async throws {
        let session = n &* 7_919 % 1_000
        let stream = "booking/\(n)"
        let data = #"{"session":"\#(session)","person":"\#(n % 500)","seats":1,"at":1767225600000}"#
        try await database.write { tx in
            let count = try tx.run(
                "update session set seats = seats - 1 where id = \(session) and seats > 0")
            guard count == 1 else { throw CancellationError() }
            try tx.run(
                """
                insert into booking (id, session, person, at)
                values (\(n), \(session), \(n % 500), \(tx.now))
                """)
            try tx.run(
                """
                insert into journal (stream, version, kind, data, at)
                values (\(stream), 1, 'booking.placed', \(data), \(tx.now))
                """)
        }
    }

    private func read() {
        while !isOver.load(ordering: .relaxed) {
            let session = Int.random(in: 0..<1_000)
            _ = try? database.read(within: .seconds(10)) { reader in
                try reader.all(
                    "select id, person from booking where session = \(session) limit 20"
                ) { try $0.integer(0) }
            }
            reads.add(1, ordering: .relaxed)
        }
    }

    private func noteLog() {
        var facts = stat()
        guard stat("\(path)-wal", &facts) == 0 else { return }
        longestLog.max(Int(facts.st_size), ordering: .relaxed)
    }

    private func figures(_ seconds: Double, _ before: Int) -> CommitFigures {
        let statistics = database.statistics
        let checkpoints = statistics.checkpoints.values
        return CommitFigures(
            groupSize: groupSize, writes: writes, seconds: seconds,
            commits: statistics.commits.values.counts.reduce(0, +) - before,
            logSyncs: statistics.syncCount,
            syncSeconds: Double(statistics.syncMicroseconds) / 1e6,
            checkpoints: checkpoints.counts.reduce(0, +),
            checkpointSeconds: Double(checkpoints.sum) / 1e6,
            longestLog: longestLog.load(ordering: .relaxed),
            reads: reads.load(ordering: .relaxed))
    }

    private static let schema = """
        create table session (
            id integer primary key,
            seats integer not null constraint session_has_room check (seats >= 0)
        ) strict;
        create table booking (
            id integer primary key,
            session integer not null references session (id),
            person integer not null,
            at integer not null
        ) strict;
        create unique index booking_once on booking (session, person, id);
        create table journal (
            seq integer primary key,
            stream text not null,
            version integer not null,
            kind text not null,
            data text not null,
            at integer not null
        ) strict;
        create unique index journal_stream on journal (stream, version);
        """
}
