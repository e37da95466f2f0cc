import Booking
import Chance
import Migrations
import Posix
import SQLite
import Studio
import Time

/// Kills a process that writes and streams, loses its database, and restores it from the stream.
struct StreamKillTrial {
    var seed: UInt64 = 1

    private(set) var findings: [String] = []
    /// Entries that were shipped for certain, and those that were found.
    private(set) var promised = 0
    private(set) var found = 0

    /// So many rounds; each goes on from the database that the one before has restored.
    mutating func run(rounds: Int) throws {
        let folder = try ScratchFolder(.disk)
        defer { StreamKillTrial.removeStream(in: folder) }
        for round in 0..<rounds { try run(round, in: folder) }
    }

    private static func removeStream(in folder: ScratchFolder) {
        let stream = Folder("\(folder.path)/stream")
        for name in (try? stream.names()) ?? [] {
            try? Folder("\(stream.path)/\(name)").removeWithFiles()
        }
        try? stream.removeWithFiles()
    }

    private mutating func run(_ round: Int, in folder: ScratchFolder) throws {
        var random = SeededGenerator(seed: seed, number: UInt64(round))
        let stream = "\(folder.path)/stream"
        var process = try TrialProcess(
            ["streamed-writers", folder.database, stream, "\(round * 10_000_000)"],
            output: "\(folder.path)/\(round)")
        // From the second turn on there is a copy.
        try process.listen(until: .now + .seconds(30), for: "shipped", turns: 3)
        try process.listen(until: .now + .milliseconds(random.below(1_000)))
        try process.kill()
        let shipped = lastShipped(process.said, round)
        for ending in ["", "-wal", "-shm"] { try File.remove(folder.database + ending) }
        let report = try Restore(of: folder.database, try Migrator(Migration.embedded))
            .run(from: stream)
        promised += shipped
        found += report.facts.lastSeq
        if report.facts.lastSeq < shipped {
            findings.append("round \(round): \(shipped) shipped, \(report.facts.lastSeq) found")
        }
        findings += report.notes.map { "round \(round): \($0)" }
        try verify(folder.database, round)
    }

    private mutating func lastShipped(_ said: [UInt8], _ round: Int) -> Int {
        let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
        let numbers = lines.compactMap { line in
            line.hasPrefix("shipped ") ? Int(line.dropFirst(8)) : nil
        }
        findings += lines.filter { !$0.hasPrefix("shipped ") }.map { "round \(round): \($0)" }
        return numbers.last ?? 0
    }

    private mutating func verify(_ database: String, _ round: Int) throws {
        let verification = Verification(try Chapters([Studio.chapter]))
        do {
            let connection = try Connection(database, .readOnly)
            _ = try connection.read { try verification.run(on: $0) }
        } catch {
            findings.append("round \(round): \(error)")
        }
    }
}

extension TrialProcess {
    /// Listens until it has begun so many lines like this.
    fileprivate mutating func listen(
        until end: ContinuousClock.Instant, for word: String, turns: Int
    ) throws {
        while ContinuousClock.now < end {
            try listen(until: .now + .milliseconds(5))
            let text = String(decoding: said, as: UTF8.self)
            if text.split(separator: "\n").count(where: { $0.hasPrefix(word) }) >= turns { return }
        }
    }
}
