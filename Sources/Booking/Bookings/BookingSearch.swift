import SQLite
import Time
import Web

/// Which bookings are looked for. They come in the order of their starts, the latest first.
struct BookingSearch: Sendable {
    /// Whose; nil for everybody's.
    var user: String?
    /// Nil for all.
    var states: [BookingState]?
    var kind: BookingKind?
    /// From when they begin, and before when.
    var from: Instant?
    var to: Instant?
    var page: Page

    init(_ page: Page) {
        self.page = page
    }

    /// Whether it is answered within microseconds: nobody has so many bookings that counting them takes
    /// longer.
    var isQuick: Bool { user != nil && page.isNear }

    func find(_ reader: Reader) throws -> [BookingView] {
        try reader.all(
            """
            select \(BookingViews.columns)
            from \(BookingViews.tables)
            where \(everything(behindCursor: true))
            order by booking.starts_at desc, booking.number desc
            limit \(page.limit) offset \(page.offset)
            """, BookingViews.view)
    }

    func count(_ reader: Reader) throws -> Int {
        try reader.count(
            "select count(*) from booking where \(everything(behindCursor: false))")
    }

    private func everything(behindCursor: Bool) -> SQL {
        var all: [SQL] = ["true"]
        if let user { all.append("booking.user_id = \(user)") }
        if let states { all.append("booking.state in (\(SQL.list(states)))") }
        if let kind { all.append("booking.kind = \(kind)") }
        if let from { all.append("booking.starts_at >= \(from)") }
        if let end = end(behindCursor: behindCursor) { all.append(end) }
        return SQL.joined(all, by: " and ")
    }

    /// One limit, the earlier: an index begins at one place, and SQLite need not choose the better of two.
    private func end(behindCursor: Bool) -> SQL? {
        let latest = to.map { Int($0.milliseconds) } ?? Int.max
        if behindCursor, let after = page.after, after.order < latest {
            return "(booking.starts_at, booking.number) < (\(after.order), \(after.number))"
        }
        return to.map { "booking.starts_at < \($0)" }
    }
}
