import SQLite

/// Something that must hold at every moment: a question that finds only what breaks it.
package struct Invariant: Sendable {
    /// A sentence, such as "No session has more live bookings than places".
    let name: String
    /// Gives a row for each place where it doesn't hold.
    let breaches: SQL

    package init(_ name: String, breaches: SQL) {
        self.name = name
        self.breaches = breaches
    }
}
