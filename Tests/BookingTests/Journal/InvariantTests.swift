import SQLite
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("Invariants")
struct InvariantTests {
    /// A studio whose entries of one kind forget to count.
    private static let forgetful = EntryKind<Studio.Placed>(
        "claim.placed", Studio.placed.schema
    ) { placed, head, tables in
        try tables.run(
            """
            insert into claim (id, sitting_id, person_id, state, placed_at)
            values (\(head.id), \(placed.sitting), \(placed.person), 'live', \(head.at))
            """)
    }

    @Test("A breach is found where tables and journal agree, and its place is named")
    func breach() throws {
        let chapters = try Chapters([
            Chapter(
                "studio", kinds: Studio.opened, InvariantTests.forgetful,
                tables: [ReadTable("sitting", key: "id"), ReadTable("claim", key: "id")],
                invariants: [
                    Invariant(
                        "As many places are taken as there are live claims",
                        breaches: """
                            select sitting.id, taken
                            from sitting
                            where taken <> (
                                select count(*) from claim where sitting_id = sitting.id
                            )
                            """)
                ])
        ])
        let journal = Journal(chapters)
        let verification = Verification(chapters)
        let file = try StudioFile()
        try file.write { tx in
            try journal.record(
                Studio.opened, Studio.Opened(capacity: 2), of: Studio.id(1), by: nil, in: tx)
        }
        _ = try file.read { try verification.run(on: $0) }
        try file.write { tx in
            try journal.record(
                InvariantTests.forgetful,
                Studio.Placed(sitting: Studio.id(1), person: Studio.id(2)), of: Studio.id(3),
                by: nil, in: tx)
        }
        let discrepancy = #expect(throws: Discrepancy.self) {
            try file.read { try verification.run(on: $0) }
        }
        #expect(
            discrepancy?.description == "this doesn't hold: As many places are taken as there are "
                + "live claims; see id '\(Studio.id(1))', taken 0")
    }
}
