import JSON
import SQLite
import Time
import Web

/// How it goes with the sessions that somebody leads, on one page.
struct Dashboard: Sendable {
    /// What was sold: bookings that take place or took place.
    struct Sales: Sendable {
        let bookings: Int
        /// In minor units of the currency.
        let revenue: Int
        let currency: String
    }

    struct Sessions: Sendable {
        let total: Int
        let active: Int
        let upcoming: Int
    }

    let sessions: Sessions
    let sales: Sales
    /// The last ones, the newest in front.
    let recent: [BookingView]

    private static let mostRecent = 10

    init(of host: String, in currency: String, at now: Instant, _ reader: Reader) throws {
        sessions = try Dashboard.sessions(of: host, at: now, reader)
        sales = try Dashboard.sales(of: host, in: currency, reader)
        var search = BookingSearch(
            Page(number: 1, limit: Dashboard.mostRecent, isEnveloped: false))
        search.host = host
        search.order = .newest
        recent = try search.find(reader)
    }

    private static func sessions(
        of host: String, at now: Instant, _ reader: Reader
    ) throws -> Sessions {
        try reader.first(
            """
            select
                count(*), coalesce(sum(status = 'active'), 0),
                coalesce(sum(status = 'active' and starts_at > \(now)), 0)
            from occasion
            where kind = 'session' and host_id = \(host)
            """
        ) {
            Sessions(
                total: try $0.integer(0), active: try $0.integer(1), upcoming: try $0.integer(2))
        } ?? Sessions(total: 0, active: 0, upcoming: 0)
    }

    /// Prices of another currency than the house's own can't be added to these.
    private static func sales(
        of host: String, in currency: String, _ reader: Reader
    ) throws -> Sales {
        try reader.first(
            """
            select
                count(*),
                coalesce(sum(case when currency = \(currency) then price * seats else 0 end), 0)
            from booking
            where \(BookingSearch.isLed(by: host)) and state in ('confirmed', 'completed')
            """
        ) {
            Sales(
                bookings: try $0.integer(0), revenue: try $0.integer(1), currency: currency)
        } ?? Sales(bookings: 0, revenue: 0, currency: currency)
    }
}

extension Dashboard {
    static let answer: Answer<Dashboard> = .object(
        "Dashboard",
        [
            .init("metrics", metrics, "The sums.") { $0 },
            .init(
                "recent_bookings", .array(of: BookingView.hostedAnswer),
                "The last ten, the newest in front."
            ) { $0.recent },
        ])

    private static let metrics: Answer<Dashboard> = .object(
        "DashboardMetrics",
        [
            .init("total_sessions", .integer, "All sessions.") { $0.sessions.total },
            .init("active_sessions", .integer, "Those that aren't cancelled.") {
                $0.sessions.active
            },
            .init("upcoming_sessions", .integer, "Those that are still to come.") {
                $0.sessions.upcoming
            },
            .init("total_bookings", .integer, "Bookings that are confirmed or completed.") {
                $0.sales.bookings
            },
            .init("total_revenue", .money, "What these cost together.") { $0.sales.revenue },
            .init("currency", .text, "The currency of the revenue, as ISO 4217 has it.") {
                $0.sales.currency
            },
        ])
}

extension BookingView {
    /// As who leads it sees it: with who comes.
    static let hostedAnswer: Answer<BookingView> = .object(
        "HostedBooking", members + [.init("user", bookingUser, "Whose it is.") { $0 }])

    /// Who has booked.
    static let bookingUser: Answer<BookingView> = .object(
        "BookingUser",
        [
            .init("id", .uuid, "The account.") { $0.booking.user },
            .init("name", .text, "What they are called; empty of who has left.") {
                $0.customer.name ?? ""
            },
            .init("email", .text, "Their address; empty of who has left.") {
                $0.customer.email ?? ""
            },
        ])
}
