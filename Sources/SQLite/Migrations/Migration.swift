/// A numbered change of the database's shape, with its way back.
///
/// A text is run within a transaction, so it must not begin or end one. Foreign keys are not enforced
/// while it runs, but all of them must hold when it has: so a table can be made anew under its name
/// (https://www.sqlite.org/lang_altertable.html section 7).
package struct Migration: Equatable, Sendable {
    package let number: Int
    package let name: String
    package let up: String
    package let down: String
    /// Tells whether `up` is still what was applied; the way back may be mended.
    package let checksum: String

    package init(number: Int, name: String, up: String, down: String, checksum: String) {
        self.number = number
        self.name = name
        self.up = up
        self.down = down
        self.checksum = checksum
    }

    /// What its files begin with: `0001_journal`.
    package var label: String { Migration.label(number, name) }

    static func label(_ number: Int, _ name: String) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_" + name
    }
}
