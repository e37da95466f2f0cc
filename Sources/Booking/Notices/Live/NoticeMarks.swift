import JSON
import SQLite

/// Which notices somebody has read.
enum NoticeMarks {
    /// A condition on a booking.
    static func isRead(by account: String) -> SQL {
        """
        (
            booking.number <= coalesce(
                (select read_up_to from notice_mark where account_id = \(account)), 0)
            or exists (
                select 1
                from notice_read
                where account_id = \(account) and notice_read.number = booking.number
            )
        )
        """
    }

    /// The opposite, in a form by which an index begins behind what was read altogether.
    static func isUnread(by account: String) -> SQL {
        """
        booking.number > coalesce(
            (select read_up_to from notice_mark where account_id = \(account)), 0)
        and not exists (
            select 1
            from notice_read
            where account_id = \(account) and notice_read.number = booking.number
        )
        """
    }

    static func isRead(_ number: Int, by account: String, _ reader: Reader) throws -> Bool {
        try reader.first("select \(isRead(by: account)) from booking where number = \(number)") {
            try $0.integer(0) != 0
        } ?? false
    }

    static func read(_ number: Int, by account: String, in tx: Transaction) throws {
        try tx.run(
            """
            insert into notice_read (account_id, number)
            values (\(account), \(number))
            on conflict do nothing
            """)
    }

    /// Marks everything up to a notice, and needs no longer what was marked by itself.
    static func read(upTo number: Int, by account: String, in tx: Transaction) throws {
        try tx.run(
            """
            insert into notice_mark (account_id, read_up_to)
            values (\(account), \(number))
            on conflict (account_id) do update
            set read_up_to = max(read_up_to, excluded.read_up_to)
            """)
        try tx.run(
            """
            delete from notice_read
            where account_id = \(account) and number <= \(number)
            """)
    }

    /// What there is about somebody: the bookings whose notices they have read one by one, and up to which place in
    /// the journal all.
    static func holdings(of account: String, _ reader: Reader) throws -> JSON {
        let mark = try reader.first(
            "select read_up_to from notice_mark where account_id = \(account)"
        ) { try $0.integer(0) }
        let read = try reader.all(
            """
            select booking.id
            from notice_read
            join booking on booking.number = notice_read.number
            where notice_read.account_id = \(account)
            order by notice_read.number
            limit 10000
            """
        ) { JSON.string(try $0.text(0)) }
        return [
            "read_up_to": mark.map { .integer(Int64($0)) } ?? .null, "read": .array(read),
        ]
    }

    static func delete(_ account: String, in tx: Transaction) throws {
        try tx.run("delete from notice_read where account_id = \(account)")
        try tx.run("delete from notice_mark where account_id = \(account)")
    }
}
