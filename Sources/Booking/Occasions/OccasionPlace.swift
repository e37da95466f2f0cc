import SQLite
import Web

/// Where an occasion stands in a list, and what tells whether it is as it was.
struct OccasionPlace: Sendable {
    let number: Int
    let cursor: Cursor
    let version: Int
    let taken: Int
    let host: String?

    init(_ row: borrowing Row) throws {
        number = try row.integer(0)
        cursor = Cursor(order: try row.integer(1), number: number)
        version = try row.integer(2)
        taken = try row.integer(3)
        host = try row.textIfAny(4)
    }

    func state(_ hosts: HostNames) -> WrittenOccasions.State {
        WrittenOccasions.State(
            number: number, version: version, taken: taken, host: hosts[host])
    }
}
