import SQLite

/// What people say with a booking. It belongs to them, so it isn't in the journal.
struct BookingNote: Equatable, Sendable {
    var notes: String?
    /// Who comes, where that is not who books.
    var clientName: String?
    var clientEmail: String?
    /// Why it was cancelled.
    var reason: String?

    private var isEmpty: Bool {
        notes == nil && clientName == nil && clientEmail == nil && reason == nil
    }

    /// Keeps it; a booking without words has no row.
    func insert(_ number: Int, in tx: Transaction) throws {
        guard !isEmpty else { return }
        try tx.run(
            """
            insert into booking_note (number, notes, client_name, client_email, reason)
            values (\(number), \(notes), \(clientName), \(clientEmail), \(reason))
            """)
    }

    /// Keeps it in the place of what was said before.
    func replace(_ booking: Booking, in tx: Transaction) throws {
        try BookingNote.delete(booking.number, in: tx)
        try insert(booking.number, in: tx)
    }

    static func delete(_ number: Int, in tx: Transaction) throws {
        try tx.run("delete from booking_note where number = \(number)")
    }

    /// Everything that somebody has said.
    static func deleteAll(of user: String, in tx: Transaction) throws {
        try tx.run(
            """
            delete from booking_note
            where number in (select number from booking where user_id = \(user))
            """)
    }

    static let columns: SQL = """
        booking_note.notes, booking_note.client_name, booking_note.client_email,
        booking_note.reason
        """

    init(
        notes: String? = nil, clientName: String? = nil, clientEmail: String? = nil,
        reason: String? = nil
    ) {
        self.notes = notes
        self.clientName = clientName
        self.clientEmail = clientEmail
        self.reason = reason
    }

    init(_ row: borrowing Row, from column: Int) throws {
        self.init(
            notes: try row.textIfAny(column), clientName: try row.textIfAny(column + 1),
            clientEmail: try row.textIfAny(column + 2), reason: try row.textIfAny(column + 3))
    }
}
