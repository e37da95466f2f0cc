import SQLite
import Time

@testable import Booking

/// Every question about notices.
enum NoticeQuestions {
    static func ask(_ tx: Transaction) throws {
        let notices = HostNotices(of: "a", since: Instant(milliseconds: 0))
        _ = try notices.leadsAnything(tx)
        for which in [HostNotices.Which.all, .read, .unread] {
            _ = try notices.numbers(which, limit: 1, offset: 0, tx)
            _ = try notices.count(which, tx)
        }
        _ = try notices.unread(upTo: 1, limit: 1, tx)
        _ = try LiveEntry.newest(tx)
        _ = try LiveEntry.read(after: 0, limit: 1, tx)
        _ = try LiveEntry.customer(ofDeleted: "booking/b", tx)
        _ = try LiveEntry.missed(by: "a", after: 0, upTo: 1, limit: 1, notices, tx)
        _ = try BookingViews.view(number: 1, tx)
        _ = try NoticeMarks.isRead(1, by: "a", tx)
        _ = try NoticeMarks.holdings(of: "a", tx)
        try NoticeMarks.delete("a", in: tx)
    }
}
