import Foundation
import Posix
import SQLite
import Testing
import Workbench

@testable import Booking

@Suite("A restored backup")
struct RestoreTests {
    private let shelf: ShelvedStudio
    private var copy: String { "\(shelf.folder.path)/copy.db" }

    init() throws {
        shelf = try ShelvedStudio()
        try shelf.backup().make("\(shelf.folder.path)/copy.db")
    }

    @Test("Is in the place of the database, which is kept beside it with what happened last")
    func replaced() throws {
        try shelf.live(seed: 2, 30)
        let then = try StudioState(of: copy)
        let before = try StudioState(of: shelf.path)
        let report = try shelf.restore().run(from: copy)
        #expect(try StudioState(of: shelf.path) == then)
        try StudioState.verify(shelf.path)
        let kept = try #require(report.kept)
        #expect(kept == "\(shelf.path).before-restore-2026-01-15T09-00-00Z")
        #expect(try StudioState(of: kept) == before)
        #expect(before.entries > then.entries)
        #expect(report.facts.lastSeq == then.entries)
        #expect(report.facts.lastEntryAt == shelf.now)
        #expect(report.notes == [])
    }

    @Test("Stays where it was, and can be restored again")
    func again() throws {
        try shelf.restore().run(from: copy)
        try shelf.live(seed: 2, 30)
        let report = try shelf.restore().run(from: copy)
        #expect(try StudioState(of: shelf.path) == StudioState(of: copy))
        // The first one is still there by its own name.
        #expect(report.kept == "\(shelf.path).before-restore-2026-01-15T09-00-01Z")
    }

    @Test("Needs no database to be there before")
    func alone() throws {
        for file in ["", "-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: shelf.path + file)
        }
        let report = try shelf.restore().run(from: copy)
        #expect(report.kept == nil)
        #expect(try StudioState(of: shelf.path) == StudioState(of: copy))
    }

    @Test("Leaves no files behind that are on the way")
    func tidy() throws {
        let report = try shelf.restore().run(from: copy)
        let kept = try #require(report.kept?.split(separator: "/").last)
        #expect(try shelf.names == ["copy.db", "copy.db.json", String(kept)])
    }

    @Test("Does without a manifest, and says so")
    func noManifest() throws {
        try FileManager.default.removeItem(atPath: copy + ".json")
        let report = try shelf.restore().run(from: copy)
        #expect(report.notes.count == 1)
        #expect(report.notes.first?.contains("no manifest") == true)
    }

    @Test("May be a database that was set aside with its log")
    func withLog() throws {
        try shelf.live(seed: 2, 30)
        let aside = "\(shelf.folder.path)/aside.db"
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: shelf.path + ending, toPath: aside + ending)
        }
        let state = try StudioState(of: shelf.path)
        for ending in ["", "-wal", "-shm"] {
            try FileManager.default.removeItem(atPath: shelf.path + ending)
        }
        try shelf.restore().run(from: aside)
        #expect(try StudioState(of: shelf.path) == state)
    }

    @Test("A damaged database that was there is kept with its log, byte by byte")
    func damagedBefore() throws {
        try shelf.live(seed: 2, 30)
        try Data("this is no database".utf8).write(to: URL(fileURLWithPath: shelf.path))
        let log = try FileBytes.read(shelf.path + "-wal")
        let report = try shelf.restore().run(from: copy)
        let kept = try #require(report.kept)
        #expect(try FileBytes.read(kept) == Array("this is no database".utf8))
        #expect(try FileBytes.read(kept + "-wal") == log)
        #expect(report.notes.contains { $0.contains("is damaged") })
        #expect(try StudioState(of: shelf.path) == StudioState(of: copy))
    }

    @Test("A log that has lost its database is no part of the new one")
    func strayLog() throws {
        try shelf.live(seed: 2, 30)
        try FileManager.default.removeItem(atPath: shelf.path)
        let report = try shelf.restore().run(from: copy)
        #expect(try StudioState(of: shelf.path) == StudioState(of: copy))
        #expect(report.notes.contains { $0.contains("-wal is kept as ") })
    }

    @Test("Takes nothing that another program is reading from under it")
    func readElsewhere() throws {
        try shelf.live(seed: 2, 30)
        let reader = try Connection(shelf.path, .readOnly)
        try reader.read { reader in
            _ = try reader.count("select count(*) from journal")
            #expect(throws: BackupError.inUse(shelf.path, by: "another program")) {
                try shelf.restore().run(from: copy)
            }
        }
    }
}
