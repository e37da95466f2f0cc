import Booking
import SQLite
import Studio

/// Looks for everything in a database that is not as the ledger promises.
struct Audit {
    private(set) var findings: [String] = []
    /// The claims that are in the database, by their numbers.
    private(set) var claims: [Int: Attempt] = [:]
    private let ledger: Ledger

    /// Opens the database as the next process would, with the log that the last one left.
    init(_ path: String, _ ledger: Ledger, _ venue: Venue) {
        self.ledger = ledger
        do {
            let connection = try Connection(path, .create)
            try connection.read { try look(at: $0, venue) }
        } catch {
            findings.append("\(error)")
        }
    }

    private mutating func look(at reader: Reader, _ venue: Venue) throws {
        let tables = try reader.count("select count(*) from sqlite_schema where type = 'table'")
        guard tables > 0 else {
            return expect(ledger.building != .acknowledged, "the tables are gone")
        }
        // What `roost verify` looks at: the journal without gaps, tables that follow from it, whole pages.
        _ = try Verification(venue.studio.journal.chapters).run(on: reader)
        claims = try reader.all("select id, sitting_id, person_id from claim") {
            try Attempt(
                id: Audit.number($0.text(0)), sitting: Audit.number($0.text(1)),
                person: Audit.number($0.text(2)))
        }.reduce(into: [:]) { $0[$1.id] = $1 }
        lookForPromises()
        try look(atSittings: reader)
    }

    /// The number that an id was made of; one that no attempt has where it wasn't.
    private static func number(_ id: String) -> Int {
        Int(id.suffix(12), radix: 16).flatMap { Studio.id($0) == id ? $0 : nil } ?? -1
    }

    /// Nothing that was acknowledged is missing, and nothing that was refused is there.
    private mutating func lookForPromises() {
        for (attempt, outcome) in ledger.entries.values.map({ ($0.attempt, $0.outcome) }) {
            switch outcome {
            case .acknowledged:
                expect(claims[attempt.id] == attempt, "\(attempt) was acknowledged and is missing")
            case .refused, .unavailable:
                expect(claims[attempt.id] == nil, "\(attempt) was refused and is there")
            case .unknown: break
            }
        }
        for attempt in claims.values where ledger.entries[attempt.id] == nil {
            findings.append("\(attempt) is there, and nobody asked for it")
        }
    }

    private mutating func look(atSittings reader: Reader) throws {
        let claimed = Dictionary(grouping: claims.values, by: \.sitting).mapValues(\.count)
        let sittings = try reader.all("select id, taken, capacity from sitting") {
            try (id: Audit.number($0.text(0)), taken: $0.integer(1), seats: $0.integer(2))
        }
        for sitting in sittings {
            expect(
                sitting.taken == claimed[sitting.id, default: 0],
                "sitting \(sitting.id) counts its claims wrongly")
        }
        lookForReasons(Set(sittings.filter { $0.taken == $0.seats }.map(\.id)))
    }

    /// A refusal rests on what was committed: on seats that are taken still.
    private mutating func lookForReasons(_ full: Set<Int>) {
        let seated = Set(claims.values.map { [$0.sitting, $0.person] })
        for (attempt, outcome) in ledger.entries.values.map({ ($0.attempt, $0.outcome) }) {
            switch outcome {
            case .refused(.full):
                expect(full.contains(attempt.sitting), "\(attempt) was refused a free seat")
            case .refused:
                expect(
                    seated.contains([attempt.sitting, attempt.person]),
                    "\(attempt) was refused for another that is not there")
            case .acknowledged, .unavailable, .unknown: break
            }
        }
    }

    private mutating func expect(_ isSo: Bool, _ otherwise: @autoclosure () -> String) {
        if !isSo { findings.append(otherwise()) }
    }
}
