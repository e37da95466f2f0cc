import SQLite
import Time
import Web

/// Which bookings are looked for, and in what order.
struct BookingSearch: Sendable {
    enum Order: Sendable {
        /// By when they begin, the latest in front.
        case latestStart
        /// By when they were made.
        case newest
        case oldest
    }

    /// Whose; nil for everybody's.
    var user: String?
    /// Nil for all.
    var states: [BookingState]?
    var kind: BookingKind?
    /// Of what, by its id.
    var occasion: String?
    /// Of whatever this one leads.
    var host: String?
    /// From when they begin, and before when.
    var from: Instant?
    var to: Instant?
    var order = Order.latestStart
    var page: Page

    init(_ page: Page) {
        self.page = page
    }

    /// Whether it is answered within microseconds: nobody has so many bookings that counting them takes
    /// longer.
    var isQuick: Bool { user != nil && page.isNear }

    /// Where a booking stands in the list.
    func place(of view: BookingView) -> Cursor {
        order == .latestStart
            ? view.booking.place : Cursor(order: view.booking.number, number: view.booking.number)
    }

    func find(_ reader: Reader) throws -> [BookingView] {
        try reader.all(
            """
            select \(BookingViews.columns)
            from \(BookingViews.tables)
            where \(everything(behindCursor: true))
            order by \(ordering)
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
        if let occasion {
            let its: SQL = "from occasion where id = \(occasion)"
            all.append("booking.starts_at = (select starts_at \(its))")
            all.append("booking.occasion = (select number \(its))")
        }
        if let host { all.append(BookingSearch.isLed(by: host)) }
        if let from { all.append("booking.starts_at >= \(from)") }
        if let end = end(behindCursor: behindCursor) { all.append(end) }
        if behindCursor, let after = page.after {
            switch order {
            case .latestStart: break
            case .newest: all.append("booking.number < \(after.number)")
            case .oldest: all.append("booking.number > \(after.number)")
            }
        }
        return SQL.joined(all, by: " and ")
    }

    private var ordering: SQL {
        switch order {
        case .latestStart: "booking.starts_at desc, booking.number desc"
        case .newest: "booking.number desc"
        case .oldest: "booking.number"
        }
    }

    /// That a booking is of a session that somebody leads, and so begins when one of these does.
    static func isLed(by host: String) -> SQL {
        let theirs: SQL = "from occasion where kind = 'session' and host_id = \(host)"
        return """
            booking.starts_at in (select starts_at \(theirs))
                and booking.occasion in (select number \(theirs))
            """
    }

    /// One limit, the earlier: an index begins at one place, and SQLite need not choose the better of two.
    private func end(behindCursor: Bool) -> SQL? {
        let latest = to.map { Int($0.milliseconds) } ?? Int.max
        if behindCursor, order == .latestStart, let after = page.after, after.order < latest {
            return "(booking.starts_at, booking.number) < (\(after.order), \(after.number))"
        }
        return to.map { "booking.starts_at < \($0)" }
    }
}
