/// A delivery that is to be made.
package struct Plan: Sendable {
    /// The kind of the entry that it tells of, or what else it is, such as `letter.recovery`.
    package let kind: String
    /// Who is told: `user/ID`, `webhook/ID`, the address of a service.
    package let target: String
    package let bookingID: String?
    /// Whom it is about: what waits goes with them when they leave for good.
    package let account: String?
    /// What can't be made again from the tables, closed.
    package let letter: [UInt8]?

    package init(
        _ kind: String, to target: String, bookingID: String? = nil, about account: String? = nil,
        letter: [UInt8]? = nil
    ) {
        self.kind = kind
        self.target = target
        self.bookingID = bookingID
        self.account = account
        self.letter = letter
    }
}
