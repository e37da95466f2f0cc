import Foundation
import Posix
import SQLite
import Testing
import Workbench

@testable import Booking

@Suite("A restore that is cut short")
struct SwapTests {
    /// How the old database was left.
    enum Before: CaseIterable {
        case closed
        /// The last of it is in its log.
        case killed
        case missing
    }

    private let shelf: ShelvedStudio
    private let copied: StudioState

    init() throws {
        shelf = try ShelvedStudio()
        try shelf.backup().make("\(shelf.folder.path)/copy.db")
        copied = try StudioState(of: "\(shelf.folder.path)/copy.db")
        try shelf.live(seed: 2, 30)
    }

    /// Takes so many steps and no more.
    private func swap(_ count: Int) throws {
        let source = FileSource("\(shelf.folder.path)/copy.db", shelf.migrator)
        let found = try source.stage(beside: shelf.path)
        let swap = Swap(of: found.staged, into: shelf.path, at: shelf.now)
        for step in swap.steps.prefix(count) { try step() }
    }

    private func arrange(_ before: Before) throws {
        switch before {
        case .killed: break
        case .closed: try shelf.tamper("pragma wal_checkpoint(truncate)")
        case .missing:
            for ending in ["", "-wal", "-shm"] {
                try FileManager.default.removeItem(atPath: shelf.path + ending)
            }
        }
    }

    @Test(
        "Leaves the old database or the new one, whichever step was the last",
        arguments: Before.allCases, 0...5)
    func steps(before: Before, count: Int) throws {
        let old = try StudioState(of: shelf.path)
        try arrange(before)
        try swap(count)
        guard before != .missing || count >= 4 else {
            #expect(!File.exists(shelf.path))
            return
        }
        // As the next start looks at it: with whatever log lies beside it.
        let found = try StudioState(of: shelf.path)
        #expect(found == (count < 4 ? old : copied))
        try StudioState.verify(shelf.path)
        guard before != .missing, count >= 4 else { return }
        let kept = try #require(try shelf.names.first { $0.contains(".before-restore-") })
        #expect(kept.hasSuffix(".unfinished") == (count == 4))
        #expect(try StudioState(of: "\(shelf.folder.path)/\(kept)") == old)
    }

    @Test("Can be done again, and loses nothing of what was there", arguments: 0...5)
    func again(count: Int) throws {
        let old = try StudioState(of: shelf.path)
        try swap(count)
        try shelf.restore().run(from: "\(shelf.folder.path)/copy.db")
        #expect(try StudioState(of: shelf.path) == copied)
        let kept = try shelf.names.filter { $0.contains(".before-restore-") }
        let states = try kept.map { try StudioState(of: "\(shelf.folder.path)/\($0)") }
        #expect(states.contains(old))
    }

    @Test("A file system without second names keeps the old database as a copy")
    func withoutLinks() throws {
        let old = try StudioState(of: shelf.path)
        let source = FileSource("\(shelf.folder.path)/copy.db", shelf.migrator)
        let found = try source.stage(beside: shelf.path)
        let swap = Swap(of: found.staged, into: shelf.path, at: shelf.now, .copying)
        for step in swap.steps { try step() }
        #expect(try StudioState(of: shelf.path) == copied)
        #expect(try StudioState(of: try #require(swap.kept)) == old)
    }
}
