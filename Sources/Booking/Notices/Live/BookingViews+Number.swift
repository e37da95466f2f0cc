import SQLite

extension BookingViews {
    /// A booking by its number.
    static func view(number: Int, _ reader: Reader) throws -> BookingView? {
        try reader.first(
            "select \(columns) from \(tables) where booking.number = \(number)", view)
    }
}
