import SQLite
import Time

/// What an entry of a booking tells those who listen, and whom it concerns.
struct LiveEntry: Sendable {
    let seq: Int
    let booking: String
    /// `booking.cancelled`
    let kind: String
    let at: Instant
    /// Whose booking it is.
    let user: String
    /// Who leads what was booked, if anybody does.
    let host: String?

    /// Whether it is the one that hosts are told of.
    var isNew: Bool { kind == BookingEntries.placed.name }
    /// Whether it is the last one of its booking.
    var isLast: Bool { kind == BookingEntries.deleted.name }
}

extension LiveEntry {
    /// What stands before an id in the stream of a booking.
    private static let prefix = BookingEntries.placed.streamPrefix

    /// The next entries, and up to which one has been looked.
    static func read(
        after seq: Int, limit: Int, _ reader: Reader
    ) throws -> (entries: [LiveEntry], end: Int, count: Int) {
        let rows = try reader.all(
            """
            select journal.seq, journal.stream, journal.kind, journal.at, booking.user_id,
                occasion.host_id
            from journal
            left join booking on booking.id = substr(journal.stream, 9)
            left join occasion on occasion.number = booking.occasion
            where journal.seq > \(seq)
            order by journal.seq
            limit \(limit)
            """, Found.init)
        return (
            try rows.compactMap { try LiveEntry($0, reader) }, rows.last?.seq ?? seq, rows.count
        )
    }

    /// An entry of any kind, and what the tables know of its booking.
    private struct Found {
        let seq: Int
        let stream: String
        let kind: String
        let at: Instant
        let user: String?
        let host: String?

        init(_ row: borrowing Row) throws {
            seq = try row.integer(0)
            stream = try row.text(1)
            kind = try row.text(2)
            at = try row.instant(3)
            user = try row.textIfAny(4)
            host = try row.textIfAny(5)
        }
    }

    /// Nil for what happened to anything else.
    private init?(_ found: Found, _ reader: Reader) throws {
        guard found.stream.hasPrefix(LiveEntry.prefix),
            let user = try found.user ?? LiveEntry.customer(ofDeleted: found.stream, reader)
        else { return nil }
        self.init(
            seq: found.seq, booking: String(found.stream.dropFirst(LiveEntry.prefix.count)),
            kind: found.kind, at: found.at, user: user, host: found.host)
    }

    /// What is deleted has no row, and its first entry still tells whose it was.
    static func customer(ofDeleted stream: String, _ reader: Reader) throws -> String? {
        try reader.first(
            """
            select data
            from journal
            where stream = \(stream) and version = 1 and kind = 'booking.placed'
            """
        ) { try BookingEntries.placed.payload(from: Array(try $0.text(0).utf8)).user }
    }

    /// The seq of the newest entry of all.
    static func newest(_ reader: Reader) throws -> Int {
        try JournalStore.count(of: nil, reader)
    }
}

extension LiveEntry {
    /// So far a clock may have been set back.
    private static let doubt = Int64(86_400_000)

    /// What happened behind an entry to somebody's bookings, those that they lead among them; the oldest in front.
    /// Of more than the limit the newest.
    static func missed(
        by account: String, after seq: Int, upTo end: Int, limit: Int, _ notices: HostNotices,
        _ reader: Reader
    ) throws -> [Int] {
        let since = try reader.first("select at from journal where seq = \(seq)") {
            try $0.integer(0)
        }
        let own = try reader.all(
            """
            select journal.seq
            from booking
            cross join journal on journal.stream = 'booking/' || booking.id
            where booking.user_id = \(account)
                and booking.updated_at >= \((since ?? 0) - Int(doubt))
                and journal.seq > \(seq) and journal.seq <= \(end)
            order by journal.seq desc
            limit \(limit)
            """
        ) { try $0.integer(0) }
        let led = try notices.numbers(after: seq, upTo: end, limit: limit, reader)
        return Array(Set(own + led).sorted().suffix(limit))
    }

    /// Entries by their places, as they would be told now.
    static func entries(_ seqs: ArraySlice<Int>, _ reader: Reader) throws -> [LiveEntry] {
        try seqs.compactMap { seq in
            try read(after: seq - 1, limit: 1, reader).entries.first
        }
    }
}
