import Chance
import Glibc
import Posix
import SQLite
import Studio
import Synchronization

/// People who all want seats at once, and believe no answer before they have looked.
final class Crowd: Sendable {
    private let venue: Venue
    private let database: Database
    private let seed: UInt64
    private let reads: Bool
    private let state: Mutex<Ledger>
    private let isOver = Atomic(false)

    init(
        _ venue: Venue, at database: Database, _ ledger: Ledger, seed: UInt64, reads: Bool = true
    ) {
        self.venue = venue
        self.database = database
        self.seed = seed
        self.reads = reads
        state = Mutex(ledger)
    }

    var ledger: Ledger { state.withLock { $0 } }

    func note(_ body: (inout Ledger) -> Void) {
        state.withLock { body(&$0) }
    }

    /// Makes the tables, unless they are there, and has so many callers try for seats, one attempt after
    /// the other each. The first attempt has this number.
    func fill(callers: Int, attempts: Int, from first: Int = 0) async {
        if ledger.building != .acknowledged {
            let outcome = await outcome { [venue] in try venue.build($0) }
            note { $0.building = outcome }
            guard outcome == .acknowledged else { return }
        }
        let watcher =
            !reads
            ? nil
            : try? OwnThread { [self] in
                while !isOver.load(ordering: .relaxed) {
                    watch()
                    usleep(1_000)
                }
            }
        await withDiscardingTaskGroup { group in
            for caller in 0..<callers {
                group.addTask { [self] in
                    var random = SeededGenerator(seed: seed, number: UInt64(first + caller))
                    for number in 0..<attempts {
                        let id = first + number * callers + caller
                        await claim(venue.attempt(id, &random))
                    }
                }
            }
        }
        isOver.store(true, ordering: .relaxed)
        watcher?.join()
    }

    /// One attempt, its answer noted and looked after.
    @discardableResult
    func claim(_ attempt: Attempt) async -> Outcome {
        // Who comes when it is read-only already is never performed.
        let isReadOnly = database.isReadOnly
        var outcome = await outcome { [venue] in try venue.claim(attempt, $0) }
        if isReadOnly, outcome == .unknown { outcome = .unavailable }
        note { $0.note(attempt, outcome) }
        if reads { look(for: attempt, outcome) }
        return outcome
    }

    private func outcome(
        _ body: @escaping @Sendable (Transaction) throws -> Void
    ) async -> Outcome {
        do {
            try await database.write(body)
            return .acknowledged
        } catch {
            if let outcome = Outcome(error) { return outcome }
            note { $0.find("an answer that nobody expects: \(error)") }
            return .unknown
        }
    }

    /// What was acknowledged can be read at once, and what was refused can't, in trouble as well.
    private func look(for attempt: Attempt, _ outcome: Outcome) {
        read { reader, findings in
            let isThere =
                try reader.count("select count(*) from claim where id = \(Studio.id(attempt.id))")
                == 1
            if isThere != (outcome == .acknowledged) {
                findings.append("\(attempt) was \(outcome), and is \(isThere ? "" : "not ")there")
            }
            try check(reader, &findings)
        }
    }

    /// Looks at one state for a while, as a reader that stands in the way of checkpoints.
    private func watch() {
        read { reader, findings in
            let before = try reader.count("select count(*) from claim")
            usleep(1_000)
            if try reader.count("select count(*) from claim") != before {
                findings.append("a reader saw the state change")
            }
            try check(reader, &findings)
        }
    }

    private func check(_ reader: Reader, _ findings: inout [String]) throws {
        let isWhole = try reader.count(
            """
            select (select sum(taken) from sitting) = (select count(*) from claim)
                and (select count(*) from claim) = (
                    select count(*) from journal where kind = 'claim.placed')
            """)
        if isWhole != 1 { findings.append("a reader saw half a change") }
    }

    /// That a disk doesn't let itself be read is no finding, but counted.
    private func read(_ body: (Reader, inout [String]) throws -> Void) {
        do {
            let found = try database.read(within: .seconds(60)) { reader in
                var findings: [String] = []
                try body(reader, &findings)
                return findings
            }
            for finding in found { note { $0.find(finding) } }
        } catch {
            note { $0.unreadable += 1 }
        }
    }
}

extension Database {
    /// Whether writes are refused until somebody starts the server anew.
    var isReadOnly: Bool {
        if case .diskFailed = trouble { true } else { false }
    }
}
