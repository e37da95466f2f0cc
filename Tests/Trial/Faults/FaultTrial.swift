import SQLite

/// One crowd, one disk, one fault; and then a look at everything.
struct FaultTrial: Sendable {
    /// What was seen.
    struct Report: Sendable {
        /// How many operations of the disk failed; with none the scenario has passed.
        var failures = 0
        var findings: [String] = []
    }

    let venue: Venue
    var callers = 8
    var attempts = 4
    /// Whether there are readers too, and who claimed looks for it. Without them the writer alone asks
    /// the disk, always in the same order.
    var hasReaders = true
    var stage = Stage.empty
    var memory = Disk.Memory.remembering
    var seed: UInt64 = 1
    /// How many power cuts are imagined while the server is in trouble, and after it has stopped.
    var powerCuts = 2

    init() throws {
        venue = try Venue(sittings: 4, seats: 12, people: 20)
    }

    func run(_ fault: Fault) async throws -> Report {
        let folder = try ScratchFolder(.memory)
        let disk = try Disk(memory)
        try stage.lay(in: folder, on: disk)
        let database = Database(options(folder, disk))
        let crowd = Crowd(venue, at: database, stage.ledger, seed: seed, reads: hasReaders)
        disk.plan(fault)
        if open(database, disk, crowd) { await crowd.fill(callers: callers, attempts: attempts) }
        try cutPower(disk, crowd)
        if disk.failures > 0 {
            disk.heal()
            await lookAtTrouble(database, crowd)
        } else if !crowd.ledger.isSound {
            crowd.note { $0.find("writes are refused, and the disk is sound") }
        }
        database.close()
        lookAtReaders(crowd, fault)
        try cutPower(disk, crowd)
        var ledger = crowd.ledger
        // A disk that failed once let itself be told to take back what was not acknowledged.
        if fault.span == .once { ledger.refuseUnknown() }
        return Report(
            failures: disk.failures,
            findings: ledger.findings + (try await goOn(in: folder, ledger)))
    }

    /// Few pages between two checkpoints, and no waiting for anything.
    func options(_ folder: ScratchFolder, _ disk: Disk) -> DatabaseOptions {
        var options = DatabaseOptions(path: folder.database)
        options.vfs = disk.name
        options.checkpointPages = 16
        // With a thread of its own that moves the log, the order would not be the same either.
        if hasReaders { options.asidePages = 1 }
        options.groupSize = 4
        options.idleTime = .milliseconds(5)
        options.retryTime = .milliseconds(5)
        return options
    }

    private func open(_ database: Database, _ disk: Disk, _ crowd: Crowd) -> Bool {
        do {
            try database.open()
            return true
        } catch {
            if disk.failures == 0 { crowd.note { $0.find("it doesn't open: \(error)") } }
            return false
        }
    }

    /// The disk was at fault and is sound again: the server writes rightly, or it is read-only and says so.
    private func lookAtTrouble(_ database: Database, _ crowd: Crowd) async {
        guard crowd.ledger.building == .acknowledged, database.trouble != .closed else { return }
        if crowd.ledger.hasUnknown, await !comesTrue({ database.isReadOnly }) {
            crowd.note { $0.find("it told of a disk that failed, and isn't read-only") }
        }
        var next = callers * attempts
        let doesIt = await comesTrue {
            let wasReadOnly = database.isReadOnly
            let last = Attempt(id: next, sitting: 0, person: venue.people)
            next += 1
            switch await crowd.claim(last) {
            case .acknowledged, .refused:
                if wasReadOnly { crowd.note { $0.find("it is read-only, and writes") } }
                return true
            case .unavailable, .unknown:
                return database.isReadOnly
            }
        }
        if !doesIt { crowd.note { $0.find("it isn't read-only, and doesn't write") } }
    }

    /// What comes true at once, or soon where a full disk is looked at again. The end is for machines that
    /// do much else.
    private func comesTrue(_ isSo: () async -> Bool) async -> Bool {
        let end = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < end {
            if await isSo() { return true }
            try? await Task.sleep(for: .milliseconds(1))
        }
        return await isSo()
    }

    /// Whatever becomes of writes, readers go on.
    private func lookAtReaders(_ crowd: Crowd, _ fault: Fault) {
        guard fault.operations.isDisjoint(with: [.open, .read, .map]) else { return }
        let count = crowd.ledger.unreadable
        if count > 0 { crowd.note { $0.find("\(count) readers could not read") } }
    }

    /// Looks at what would be there if the power went now.
    private func cutPower(_ disk: Disk, _ crowd: Crowd) throws {
        for cut in 0..<powerCuts {
            let image = try ScratchFolder(.memory)
            let ledger = crowd.ledger
            try disk.writeImage(to: image.path, seed: seed &* 31 &+ UInt64(cut))
            let audit = Audit(image.database, ledger, venue)
            for finding in audit.findings {
                crowd.note { $0.find("after a power cut: \(finding)") }
            }
        }
    }

    /// Looks at what the next process finds, and goes on with it on a disk that is sound.
    private func goOn(in folder: ScratchFolder, _ ledger: Ledger) async throws -> [String] {
        let audit = Audit(folder.database, ledger, venue)
        let disk = try Disk(.remembering)
        let database = Database(options(folder, disk))
        let crowd = Crowd(venue, at: database, ledger.settled(audit.claims), seed: seed)
        try database.open()
        await crowd.fill(callers: 1, attempts: 2, from: 1_000_000)
        database.close()
        if !crowd.ledger.isSound { crowd.note { $0.find("it doesn't write") } }
        try cutPower(disk, crowd)
        return audit.findings.map { "afterwards: \($0)" }
            + crowd.ledger.findings.map { "in the next process: \($0)" }
    }
}
