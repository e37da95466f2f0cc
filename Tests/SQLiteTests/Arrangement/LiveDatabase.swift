import Posix
import SQLite
import Time
import Workbench

/// A database in a folder of its own with a table of notes, closed when the test lets go of it.
final class LiveDatabase: Sendable {
    typealias Body = @Sendable (Transaction) throws -> Int

    /// All notes are positive, and none is there twice.
    static let schema = """
        create table note (
            n integer not null constraint note_is_positive check (n > 0), words text
        ) strict;
        create unique index note_n on note (n);
        """

    let folder: TemporaryFolder
    let database: Database

    init(clock: Clock = .system, _ change: (inout DatabaseOptions) -> Void = { _ in }) async throws
    {
        folder = try TemporaryFolder()
        var options = DatabaseOptions(path: "\(folder.path)/test.db")
        change(&options)
        database = Database(options, clock: clock)
        try database.open()
        try await database.write { try $0.script(LiveDatabase.schema) }
    }

    deinit {
        database.close()
    }

    var path: String { database.path }

    /// What everybody else sees of it.
    var notes: [Int] {
        get throws {
            try database.read(within: .seconds(60)) {
                try $0.all("select n from note order by n") { try $0.integer(0) }
            }
        }
    }

    /// How often the log was moved into the file.
    var checkpoints: Int { database.statistics.checkpoints.values.counts.reduce(0, +) }

    @discardableResult
    func add(_ n: Int) async throws -> Int {
        try await database.write { try $0.run("insert into note (n) values (\(n))") }
    }

    /// A write that keeps the writer busy until it is released.
    func hold() async -> (hold: Hold, write: Task<Void, any Error>) {
        let hold = Hold()
        let write = Task { [database] in try await database.write { _ in hold.block() } }
        await hold.isReached()
        return (hold, write)
    }

    /// A read that has looked at the notes and goes on until it is released.
    func holdReader() async -> (hold: Hold, read: Task<[Int], any Error>) {
        let hold = Hold()
        let read = Task { [database] in
            let counts = Notes<Int>()
            try await OwnThread.run {
                try? database.read(within: .seconds(600)) { reader in
                    counts.add(try reader.count("select count(*) from note"))
                    hold.block()
                    counts.add(try reader.count("select count(*) from note"))
                }
            }
            return counts.all
        }
        await hold.isReached()
        return (hold, read)
    }

    /// Queues a write, and returns as soon as it waits.
    func queue(_ body: @escaping Body) async -> Task<Int, any Error> {
        let waiting = database.waitingWrites
        let write = Task { [database] in try await database.write(body) }
        while database.waitingWrites == waiting { await Task.yield() }
        return write
    }

    /// Has these writes done in one commit, in this order; what was answered to each.
    func together(_ bodies: [Body]) async throws -> [Result<Int, any Error>] {
        let (hold, blocking) = await hold()
        var writes: [Task<Int, any Error>] = []
        for body in bodies { writes.append(await queue(body)) }
        hold.release()
        try await blocking.value
        var results: [Result<Int, any Error>] = []
        for write in writes { results.append(await write.result) }
        return results
    }

    /// Does the same with many tasks at once.
    static func each(
        _ numbers: Range<Int>, _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for n in numbers { group.addTask { try await work(n) } }
            try await group.waitForAll()
        }
    }
}
