import Booking
import SQLite
import Testing
import Time
import Workbench

@Suite("Recording")
struct RecordTests {
    private let folder: TemporaryFolder
    private let database: Database
    private let studio: Studio
    private let now = Instant(milliseconds: 1_768_467_600_123)

    init() async throws {
        let (folder, now) = (try TemporaryFolder(), now)
        self.folder = folder
        studio = try Studio()
        database = try await Studio.database(
            at: "\(folder.path)/roost.db", clock: Clock { now })
    }

    @Test("An entry is appended and changes the read tables")
    func recorded() async throws {
        let studio = studio
        let head = try await database.write { tx in
            try studio.open(Studio.id(1), capacity: 3, by: "anna", in: tx)
            return try studio.place(Studio.id(2), on: Studio.id(1), for: Studio.id(3), in: tx)
        }
        #expect(head.seq == 2)
        #expect(head.version == 1)
        #expect(head.at == now)
        try database.read(within: .seconds(5)) { reader in
            let lines = try reader.all(
                "select seq, stream, version, kind, data, actor, at from journal order by seq"
            ) { row in try (0..<7).map { try row.value($0) } }
            #expect(
                lines == [
                    [
                        .integer(1), .text("occasion/\(Studio.id(1))"), .integer(1),
                        .text("occasion.opened"), .text(#"{"capacity":3}"#), .text("anna"),
                        .integer(now.milliseconds),
                    ],
                    [
                        .integer(2), .text("claim/\(Studio.id(2))"), .integer(1),
                        .text("claim.placed"),
                        .text(#"{"occasion":"\#(Studio.id(1))","person":"\#(Studio.id(3))"}"#),
                        .text(Studio.id(3)), .integer(now.milliseconds),
                    ],
                ])
            #expect(try reader.count("select taken from occasion") == 1)
            #expect(try reader.count("select count(*) from claim where state = 'live'") == 1)
        }
    }
}
