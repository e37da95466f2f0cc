import Testing

@testable import SQLite

@Suite("A plan of migrations")
struct MigrationPlanTests {
    @Test("An empty database is given all migrations in their order")
    func all() throws {
        let plan = try plan(from: 0, to: nil)
        #expect(plan.steps == [.up(.boats), .up(.trips), .up(.lengths)])
        #expect(plan.end == .lengths)
        #expect(!plan.losesData)
    }

    @Test("The way up stops at the number asked for")
    func some() throws {
        let plan = try plan(from: 0, to: 2)
        #expect(plan.steps == [.up(.boats), .up(.trips)])
        #expect(plan.end == .trips)
    }

    @Test("What is there already is not done again")
    func rest() throws {
        #expect(try plan(from: 2, to: nil).steps == [.up(.lengths)])
    }

    @Test("The way down is the reverse, and loses data")
    func down() throws {
        let plan = try plan(from: 3, to: 1)
        #expect(plan.steps == [.down(.lengths), .down(.trips)])
        #expect(plan.end == .boats)
        #expect(plan.losesData)
    }

    @Test("Number 0 takes everything back")
    func none() throws {
        let plan = try plan(from: 2, to: 0)
        #expect(plan.steps == [.down(.trips), .down(.boats)])
        #expect(plan.end == nil)
    }

    @Test("A database that has what is asked for is left alone", arguments: 0...3)
    func nothing(number: Int) throws {
        #expect(try plan(from: number, to: number).steps.isEmpty)
    }

    @Test("A number beyond the first or the last is refused", arguments: [-1, 4])
    func beyond(number: Int) {
        #expect(throws: MigrationError.noSuchNumber(number, last: 3)) {
            try plan(from: 1, to: number)
        }
    }

    @Test("A migration that the program doesn't know means a newer version")
    func newer() throws {
        let known = [Migration.boats, .trips]
        let applied = Migration.harbour.map(\.applied)
        #expect(throws: MigrationError.unknown(Migration.lengths.applied)) {
            try MigrationPlan(from: applied, to: nil, among: known)
        }
    }

    @Test("A known number under another name is not known")
    func renamed() throws {
        let other = Migration.numbered(2, "ferries", up: Migration.trips.up)
        #expect(throws: MigrationError.unknown(other.applied)) {
            try MigrationPlan(
                from: [Migration.boats.applied, other.applied], to: nil, among: Migration.harbour)
        }
    }

    @Test("A migration without the one before it is refused")
    func skipped() {
        let entry = Migration.lengths.applied
        #expect(throws: MigrationError.skipped(.trips, by: entry)) {
            try MigrationPlan(
                from: [Migration.boats.applied, entry], to: nil, among: Migration.harbour)
        }
    }

    @Test("A migration whose text isn't what was applied is refused, whichever way is asked for")
    func edited() {
        let edited = Migration.numbered(1, "boats", up: "create table boat (id integer) strict;")
        for number in [0, 1, 3] {
            #expect(throws: MigrationError.edited(edited)) {
                try MigrationPlan(
                    from: [Migration.boats.applied], to: number, among: [edited, .trips, .lengths])
            }
        }
    }

    @Test("The way back may be mended")
    func mended() throws {
        let mended = Migration.numbered(
            1, "boats", up: Migration.boats.up, down: "drop table if exists boat;")
        let plan = try MigrationPlan(from: [Migration.boats.applied], to: 0, among: [mended])
        #expect(plan.steps == [.down(mended)])
    }

    @Test("The lines for a terminal say what would be done, and what was done")
    func lines() throws {
        let up = try plan(from: 1, to: 2)
        #expect(up.announcement == ["would apply 0002_trips"])
        #expect(up.report == ["applied 0002_trips"])
        let down = try plan(from: 2, to: 1)
        #expect(
            down.announcement == [
                "would take back 0002_trips, and delete the data that only it has a place for"
            ])
        #expect(down.report == ["took back 0002_trips"])
        let nothing = ["nothing to do: the database is at 0003_lengths"]
        #expect(try plan(from: 3, to: nil).announcement == nothing)
        #expect(try plan(from: 3, to: nil).report == nothing)
        #expect(
            try plan(from: 0, to: 0).report == ["nothing to do: the database has no migration"])
    }

    private func plan(from count: Int, to number: Int?) throws(MigrationError) -> MigrationPlan {
        try MigrationPlan(
            from: Migration.harbour.prefix(count).map(\.applied), to: number,
            among: Migration.harbour)
    }
}

extension Migration {
    /// How a database lists it.
    fileprivate var applied: AppliedMigration {
        AppliedMigration(number: number, name: name, checksum: checksum, appliedAt: TestFile.noon)
    }
}
