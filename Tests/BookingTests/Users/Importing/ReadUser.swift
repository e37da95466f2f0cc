import JSON

@testable import Booking

/// A user read from a row that has an address and what a test adds to it.
enum ReadUser {
    static func row(_ values: [String: JSON]) throws(UserRowFaults) -> UserRow {
        try UserRow(ImportRow(line: 7, ["email": "ann@b.example"].merging(values) { $1 }))
    }

    /// What is wrong with such a row; nothing where it can be read.
    static func faults(_ values: [String: JSON]) -> [String] {
        do throws(UserRowFaults) {
            _ = try row(values)
            return []
        } catch {
            return error.sentences
        }
    }
}
