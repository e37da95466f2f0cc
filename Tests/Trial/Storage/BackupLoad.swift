import Booking
import Foundation
import Migrations
import SQLite
import Synchronization
import Time

/// `trial backup-load --megabytes 500 --writers 64 --seconds 10`: what a backup costs those who write.
///
/// It measures how long writes take without a backup, while `trial backup-copy` makes one in a process
/// of its own, and while one is made on a thread of this process, as the server does.
struct BackupLoad {
    static let usage = "backup-load [--megabytes 500] [--writers 64] [--seconds 10] [--stream on]"

    private var megabytes = 500
    private var writers = 64
    private var seconds = 10
    private var pace = BackupPace()
    private var copy: (from: String, to: String)?

    /// Nil where the arguments are none of this command's.
    init?(_ words: [String]) {
        switch words.first {
        case "backup-load": break
        case "backup-copy" where words.count >= 3: copy = (words[1], words[2])
        default: return nil
        }
        var rest = words.dropFirst(copy == nil ? 1 : 3)
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst().flatMap({ Int($0) }) else { return nil }
            switch flag {
            case "--megabytes": megabytes = value
            case "--writers": writers = value
            case "--seconds": seconds = value
            case "--pages": pace.pages = value
            case "--sync": pace.bytesBetweenSyncs = value << 20
            default: return nil
            }
        }
    }

    /// Whether no write failed and p99 was at most three times what it is without a backup.
    func run() async throws -> Bool {
        if let copy {
            try make(copy.from, copy.to)
            return true
        }
        let folder = FileManager.default.currentDirectoryPath + "/var/backup-load"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = Database(DatabaseOptions(path: "\(folder)/roost.db"))
        try LoadedStudio.make(at: database.path, megabytes: megabytes)
        try database.open()
        defer { database.close() }

        let latencies = Latencies()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var last = 0
                var sum = 0
                while !latencies.isOver {
                    let now = database.statistics.logBytes >> 20
                    let cp = database.statistics.checkpoints.values
                    if now != last, now > 16 || last > 16 {
                        print(
                            "  \(MonotonicClock.system.milliseconds % 1_000_000) log \(now) MiB; checkpoints \(cp.counts) +\((cp.sum - sum) / 1000) ms"
                        )
                    }
                    last = now
                    sum = cp.sum
                    try? await Task.sleep(for: .milliseconds(300))
                }
            }
            for writer in 0..<writers {
                group.addTask { await LoadedStudio.write(to: database, seed: writer, latencies) }
            }
            defer { latencies.end() }
            return try await measure(folder, database, latencies)
        }
    }

    private func measure(
        _ folder: String, _ database: Database, _ latencies: Latencies
    ) async throws -> Bool {
        try await Task.sleep(for: .seconds(2))
        let before = try await latencies.during("without") {
            try await Task.sleep(for: .seconds(seconds))
        }
        let other = try await latencies.during("other process") {
            try await copyInOtherProcess(database.path, "\(folder)/other.db")
        }
        if getenv("SKIP") != nil { return true }
        let own = try await latencies.during("own thread") {
            try await copyOnThread(database.path, "\(folder)/own.db")
        }
        print("log: \(database.statistics.logBytes >> 20) MiB")
        _ = try await latencies.during("behind it") { try await Task.sleep(for: .seconds(5)) }
        _ = try await latencies.during("without") { try await Task.sleep(for: .seconds(5)) }
        return [other, own].allSatisfy { $0 <= 3 * before } && latencies.failures == 0
    }

    private func make(_ database: String, _ file: String) throws {
        let start = MonotonicClock.system.milliseconds
        let backup = Backup(
            of: database, try Migrator(Migration.embedded), version: "trial", pace: pace)
        let manifest = try backup.make(file)
        let took = MonotonicClock.system.milliseconds - start
        print("copied \(manifest.bytes >> 20) MiB, \(manifest.lastSeq) entries in \(took) ms")
    }

    private func copyInOtherProcess(_ database: String, _ file: String) async throws {
        try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Void, any Error>) in
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            process.arguments = [
                "backup-copy", database, file, "--pages", "\(pace.pages)", "--sync",
                "\(pace.bytesBetweenSyncs >> 20)",
            ]
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }

    private func copyOnThread(_ database: String, _ file: String) async throws {
        let failure = Mutex<(any Error)?>(nil)
        try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Void, any Error>) in
            let thread = Thread {
                do { try make(database, file) } catch { failure.withLock { $0 = error } }
                continuation.resume()
            }
            thread.stackSize = 1 << 20
            thread.start()
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
