import Booking
import SQLite
import Studio
import Workbench

/// What a studio's database holds, to be compared with another.
struct StudioState: Equatable {
    let entries: Int
    let sittings: [[SQLValue]]
    let claims: [[SQLValue]]
    let people: [[SQLValue]]

    /// Looks into a file with its log, as a server does that starts.
    init(of path: String) throws {
        self = try Connection(path, .readOnly).read { try StudioState($0) }
    }

    init(_ reader: Reader) throws {
        let whole = { (row: borrowing Row) in try (0..<row.count).map { try row.value($0) } }
        entries = try reader.count("select count(*) from journal")
        sittings = try reader.all("select * from sitting order by id", whole)
        claims = try reader.all("select * from claim order by id", whole)
        people = try reader.all("select * from person order by rowid", whole)
    }

    /// Throws when a database is not what its journal says.
    static func verify(_ path: String) throws {
        let verification = Verification(try Chapters([Studio.chapter]))
        _ = try Connection(path, .readOnly).read { try verification.run(on: $0) }
    }
}
