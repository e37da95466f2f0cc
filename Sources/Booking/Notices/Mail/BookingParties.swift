import SQLite

/// Who has to do with a booking.
struct BookingParties: Equatable, Sendable {
    let booking: String
    let number: Int
    /// Whose it is.
    let customer: String
    /// Who leads what is booked.
    let host: String?

    /// Whether whoever leads it is to be told of what somebody did: not of what they did themselves.
    func hears(_ actor: String?) -> Bool {
        host != nil && host != actor && host != customer
    }

    static func find(_ booking: String, _ reader: Reader) throws -> BookingParties? {
        try reader.first(
            """
            select booking.id, booking.number, booking.user_id, occasion.host_id
            from booking
            left join occasion on occasion.number = booking.occasion
            where booking.id = \(booking)
            """, parties)
    }

    /// Those of live bookings of what takes place, behind one of them.
    static func live(
        ofOccasion id: String, after number: Int, _ limit: Int, _ reader: Reader
    ) throws -> [BookingParties] {
        try reader.all(
            """
            select booking.id, booking.number, booking.user_id, occasion.host_id
            from occasion
            join booking
                on booking.starts_at = occasion.starts_at
                    and booking.occasion = occasion.number
            where occasion.id = \(id) and booking.number > \(number)
                and booking.state in ('pending', 'confirmed')
            order by booking.number
            limit \(limit)
            """, parties)
    }

    private static func parties(_ row: borrowing Row) throws -> BookingParties {
        BookingParties(
            booking: try row.text(0), number: try row.integer(1), customer: try row.text(2),
            host: try row.textIfAny(3))
    }
}
