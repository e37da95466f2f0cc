import SQLite
import Time

/// The notices of new bookings that somebody gets who leads things: made from the bookings themselves when
/// they are asked for, so that booking costs nothing more and nothing can be forgotten.
///
/// A notice has the id of its booking, and the booking's number, which is the place of its first entry in the journal.
/// What is kept is only which ones have been read.
struct HostNotices: Sendable {
    /// How long behind its beginning a thing is still told of.
    static let reach = Duration.seconds(30 * 86_400)

    let host: String
    /// Only of what begins later.
    private let since: Instant

    init(of host: String, since: Instant) {
        self.host = host
        self.since = since
    }

    /// Of which notices.
    enum Which: Sendable {
        case all
        case read
        case unread
    }

    /// Whether there is anything that somebody leads: most people need no look at bookings.
    func leadsAnything(_ reader: Reader) throws -> Bool {
        try reader.first(
            """
            select 1
            from occasion
            where kind in ('class', 'session', 'event') and host_id = \(host)
                and starts_at > \(since)
            limit 1
            """
        ) { _ in true } ?? false
    }

    /// The numbers of unread notices up to an entry, the oldest in front; of more than the limit the newest.
    func unread(upTo end: Int, limit: Int, _ reader: Reader) throws -> [Int] {
        try numbers(.unread, within: "booking.number <= \(end)", limit: limit, offset: 0, reader)
            .reversed()
    }

    func numbers(after seq: Int, upTo end: Int, limit: Int, _ reader: Reader) throws -> [Int] {
        try numbers(
            .all, within: "booking.number > \(seq) and booking.number <= \(end)", limit: limit,
            offset: 0, reader)
    }

    /// A part of the list, the newest in front.
    func numbers(
        _ which: Which, within range: SQL = "true", limit: Int, offset: Int, _ reader: Reader
    ) throws -> [Int] {
        try reader.all(
            """
            select booking.number
            from \(tables(which)) and \(range)
            order by booking.number desc
            limit \(limit) offset \(offset)
            """
        ) { try $0.integer(0) }
    }

    func count(_ which: Which, _ reader: Reader) throws -> Int {
        try reader.count("select count(*) from \(tables(which))")
    }

    /// The bookings that begin when what is led begins, as every booking of an occasion does: they are found by
    /// that. What was cancelled is no news any more.
    private func tables(_ which: Which) -> SQL {
        let all: SQL = """
            occasion
            cross join booking
                on booking.starts_at = occasion.starts_at and booking.occasion = occasion.number
            where occasion.kind in ('class', 'session', 'event') and occasion.host_id = \(host)
                and occasion.starts_at > \(since) and booking.state <> 'cancelled'
            """
        switch which {
        case .all: return all
        case .read: return "\(all) and \(NoticeMarks.isRead(by: host))"
        case .unread: return "\(all) and \(NoticeMarks.isUnread(by: host))"
        }
    }
}
