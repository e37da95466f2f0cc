import Booking
import Foundation
import Posix
import Processes
import SQLite
import Synchronization
import Time
import Web

/// `trial backup-load`: what backups cost those who write.
///
/// It measures how long writes take without a backup, while `trial backup-copy` makes one in a process
/// of its own, while one is made on a thread of this process, as the server does, and while changes are
/// streamed.
struct BackupLoad {
    static let usage = "backup-load [--megabytes 500] [--writers 64] [--seconds 10]"

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
            case "--sync-megabytes": pace.bytesBetweenSyncs = value << 20
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
            for writer in 0..<writers {
                group.addTask { await LoadedStudio.write(to: database, seed: writer, latencies) }
            }
            group.addTask { await latencies.watch(database.statistics) }
            defer { latencies.end() }
            return try await measure(folder, database, latencies)
        }
    }

    private func measure(
        _ folder: String, _ database: Database, _ latencies: Latencies
    ) async throws -> Bool {
        try await Task.sleep(for: .seconds(2))
        var without = [try await pause("without", latencies)]
        let other = try await latencies.during("backup by another process") {
            try await copyInOtherProcess(database.path, "\(folder)/other.db")
        }
        without.append(try await pause("without", latencies))
        let own = try await latencies.during("backup by the server's thread") {
            try await copyOnThread(database.path, "\(folder)/own.db")
        }
        without.append(try await pause("without", latencies))
        let stream = try stream(database, to: "\(folder)/stream")
        try stream.start()
        let first = try await latencies.during("stream, while its copy is made") {
            while stream.metrics.allSatisfy({ metric in
                metric.name != "roost_stream_copy_age_seconds" || metric.samples().isEmpty
            }) { try await Task.sleep(for: .milliseconds(50)) }
        }
        let streamed = try await pause("stream", latencies)
        for metric in stream.metrics {
            print("  \(metric.name) \(metric.samples().first?.value ?? .nan)")
        }
        stream.stop()
        // The machine has other work at times, so what is measured between backups differs.
        let bound = 3 * without.reduce(0, +) / Int32(without.count)
        let parts = [other, own, first, streamed].map { Double($0) / Double(bound) * 3 }
        print("p99 in multiples of that without: \(parts.map { Double(Int($0 * 100)) / 100 })")
        print("failed writes: \(latencies.failures)")
        return parts.allSatisfy { $0 <= 3 } && latencies.failures == 0
    }

    private func pause(_ phase: String, _ latencies: Latencies) async throws -> Int32 {
        try await latencies.during(phase) { try await Task.sleep(for: .seconds(seconds)) }
    }

    private func stream(_ database: Database, to folder: String) throws -> LogStream {
        let log = Log(.info, clock: .system) { print("  " + String(decoding: $0, as: UTF8.self)) }
        let backup = try Backup(
            of: database.path, LoadedStudio.migrator, version: "trial", pace: pace)
        return LogStream(
            of: database, backup, to: folder, copyingEvery: .seconds(86_400), log: log)
    }

    private func make(_ database: String, _ file: String) throws {
        let start = MonotonicClock.system.milliseconds
        let backup = try Backup(of: database, LoadedStudio.migrator, version: "trial", pace: pace)
        let manifest = try backup.make(file)
        let took = MonotonicClock.system.milliseconds - start
        print("  copied \(manifest.bytes >> 20) MiB, \(manifest.lastSeq) entries in \(took) ms")
    }

    private func copyInOtherProcess(_ database: String, _ file: String) async throws {
        var process = try ChildProcess(
            ChildProcess.program("trial"),
            [
                "backup-copy", database, file, "--pages", "\(pace.pages)", "--sync-megabytes",
                "\(pace.bytesBetweenSyncs >> 20)",
            ], output: "/dev/stdout", errors: "/dev/stderr")
        while process.end() == nil { try await Task.sleep(for: .milliseconds(5)) }
    }

    private func copyOnThread(_ database: String, _ file: String) async throws {
        let failure = Mutex<(any Error)?>(nil)
        try await OwnThread.run {
            do { try make(database, file) } catch { failure.withLock { $0 = error } }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
