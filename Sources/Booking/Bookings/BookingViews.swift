import SQLite
import Time

/// Reads bookings with all that belongs to them, in one question.
enum BookingViews {
    static func view(_ id: String, _ reader: Reader) throws -> BookingView? {
        try reader.first("select \(columns) from \(tables) where booking.id = \(id)", view)
    }

    /// Whose a booking is.
    static func customer(_ account: String, _ reader: Reader) throws -> BookingView.Customer {
        try reader.first("select name, email from profile where account_id = \(account)") {
            BookingView.Customer(name: try $0.text(0), email: try $0.text(1))
        } ?? BookingView.Customer(name: nil, email: nil)
    }

    static let columns: SQL = """
        \(BookingStore.columns), \(BookingNote.columns),
        occasion.id, occasion.title, occasion.location, occasion.timezone, occasion.local_date,
        occasion.local_time, occasion.host_id, occasion.version, host.name,
        occasion_places.capacity - occasion_places.taken, service.id, service.title, service.version,
        customer.name, customer.email
        """

    /// The bookings come first, and the rest is looked up for each.
    static let tables: SQL = """
        booking
        left join booking_note on booking_note.number = booking.number
        left join occasion on occasion.number = booking.occasion
        left join occasion_places on occasion_places.number = booking.occasion
        left join profile as host on host.account_id = occasion.host_id
        left join service on service.number = booking.service
        left join profile as customer on customer.account_id = booking.user_id
        """

    static func view(_ row: borrowing Row) throws -> BookingView {
        let start = BookingStore.columnCount
        return BookingView(
            booking: try BookingStore.booking(row), item: try item(row, from: start + 4),
            note: try BookingNote(row, from: start),
            customer: BookingView.Customer(
                name: try row.textIfAny(start + 17), email: try row.textIfAny(start + 18)))
    }

    private static func item(
        _ row: borrowing Row, from column: Int
    ) throws -> BookingView.Item? {
        if let id = try row.textIfAny(column) { return try occasion(id, row, from: column) }
        guard let id = try row.textIfAny(column + 10) else { return nil }
        return BookingView.Item(
            id: id, title: try row.text(column + 11), location: nil, local: nil, timezone: nil,
            host: nil, hostName: "", free: 0, version: try row.integer(column + 12))
    }

    private static func occasion(
        _ id: String, _ row: borrowing Row, from column: Int
    ) throws -> BookingView.Item {
        let date = CivilDate(iso8601: try row.text(column + 4))
        let time = TimeOfDay(try row.text(column + 5))
        return BookingView.Item(
            id: id, title: try row.text(column + 1), location: try row.textIfAny(column + 2),
            local: LocalTime(date ?? CivilDate(daysSince1970: 0), time ?? .midnight),
            timezone: try row.text(column + 3), host: try row.textIfAny(column + 6),
            hostName: try row.textIfAny(column + 8) ?? "", free: try row.integer(column + 9),
            version: try row.integer(column + 7))
    }
}
