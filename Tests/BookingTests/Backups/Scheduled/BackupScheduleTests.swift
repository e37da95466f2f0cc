import Foundation
import Synchronization
import Testing
import Time
import Web
import Workbench

@testable import Booking

@Suite("Scheduled backups")
struct BackupScheduleTests {
    private let shelf: ShelvedStudio
    private let time = HandClock()
    private let lines = Notes<String>()
    private var folder: String { "\(shelf.folder.path)/backups" }

    init() throws {
        shelf = try ShelvedStudio(acts: 10)
    }

    /// One a day, of which three are kept.
    private func schedule() -> BackupSchedule {
        let lines = lines
        return BackupSchedule(
            shelf.backup(), into: folder, every: .seconds(86_400), keeping: 3, clock: time.clock,
            log: Log(.info, clock: time.clock) { lines.add(String(decoding: $0, as: UTF8.self)) })
    }

    /// The copies and manifests, without the lock.
    private var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0 != "roost.lock" }.sorted()
        }
    }

    private func value(of metric: String, _ schedule: BackupSchedule) -> Double? {
        schedule.metrics.first { $0.name == metric }?.samples().first?.value
    }

    @Test("The first one is made at once, in a folder that is made for it")
    func first() throws {
        _ = schedule().turn()
        #expect(
            try names == ["roost-2026-01-15T09-00-00Z.db", "roost-2026-01-15T09-00-00Z.db.json"])
        #expect(lines.all.contains { $0.contains("backup made") })
    }

    @Test("The next is made when the interval is over")
    func next() throws {
        let schedule = schedule()
        _ = schedule.turn()
        time.move(86_399)
        _ = schedule.turn()
        #expect(try names.count == 2)
        time.move(1)
        _ = schedule.turn()
        #expect(try names.count == 4)
    }

    @Test("A restart neither skips one nor makes one twice")
    func restart() throws {
        _ = schedule().turn()
        time.move(80_000)
        _ = schedule().turn()
        #expect(try names.count == 2)
        time.move(6_400)
        _ = schedule().turn()
        #expect(try names.count == 4)
    }

    @Test("Only the newest are kept, and nothing else is touched")
    func kept() throws {
        let schedule = schedule()
        try shelf.folder.write("mine", to: "backups/roost-mine.db")
        for _ in 0..<5 {
            _ = schedule.turn()
            time.move(86_400)
        }
        let copies = ["17", "18", "19"].map { "roost-2026-01-\($0)T09-00-00Z.db" }
        let expected = copies + copies.map { "\($0).json" } + ["roost-mine.db"]
        #expect(try names == expected.sorted())
    }

    @Test("Copies from the future don't push out the one that was just made")
    func future() throws {
        for day in 10...13 {
            try shelf.folder.write("", to: "backups/roost-2036-01-\(day)T09-00-00Z.db")
        }
        _ = schedule().turn()
        #expect(try names.contains("roost-2026-01-15T09-00-00Z.db"))
    }

    @Test("A failure is told and counted, and it is tried again sooner")
    func failure() throws {
        try shelf.folder.write("in the way", to: "backups")
        let schedule = schedule()
        #expect(schedule.turn() == .seconds(8_640))
        #expect(value(of: "roost_backup_failures_total", schedule) == 1)
        #expect(value(of: "roost_backup_age_seconds", schedule) == nil)
        #expect(lines.all.count { $0.contains("no backup") } == 1)
        try FileManager.default.removeItem(atPath: folder)
        time.move(8_640)
        _ = schedule.turn()
        #expect(try names.count == 2)
    }

    @Test("Metrics tell the age of the newest, also of one from before a restart")
    func metrics() throws {
        _ = schedule().turn()
        time.move(500)
        let schedule = schedule()
        _ = schedule.turn()
        #expect(value(of: "roost_backup_age_seconds", schedule) == 500)
        #expect(value(of: "roost_backup_failures_total", schedule) == 0)
    }

    @Test("Two servers don't keep theirs in the same folder")
    func shared() throws {
        let first = schedule()
        _ = first.turn()
        let second = schedule()
        time.move(86_400)
        #expect(second.turn() == .seconds(8_640))
        #expect(lines.all.contains { $0.contains("each server needs a folder of its own") })
        #expect(try names.count == 2)
        first.stop()
        _ = second.turn()
        time.move(86_400)
        _ = second.turn()
        #expect(try names.count == 4)
    }

    @Test("A thread makes them, and ends when it is told to")
    func thread() throws {
        let schedule = schedule()
        try schedule.start()
        #expect(soon { (try? names.count) == 2 })
        schedule.stop()
        time.move(86_400)
        #expect(try names.count == 2)
    }
}
