import SQLite
import Time
import Web

@testable import Booking

/// Every question of the stores of reviews and ratings, once.
enum ReviewQuestions {
    private static let id = "00000000-0000-7000-8000-00000000000f"
    private static let booking = "00000000-0000-7000-8000-000000000010"
    /// Who was asked about before.
    private static let user = "00000000-0000-7000-8000-00000000000a"

    static func ask(_ tx: Transaction) throws {
        let tables = ReadTables(tx)
        let head = EntryHead(
            seq: 102, id: id, version: 1, actor: nil, at: Instant(milliseconds: 0))
        try BookingStore.insert(
            BookingFacts(
                kind: .slot, user: user, item: nil, state: .completed, seats: 1,
                times: BookingTimes(
                    start: head.at, end: nil, claimedUntil: Instant(milliseconds: 1)),
                price: 0, currency: "USD"),
            EntryHead(seq: 101, id: booking, version: 1, actor: nil, at: head.at), tables)
        let subject = ReviewSubject(kind: .session, item: "s", host: user)
        try ReviewStore.insert(
            ReviewFacts(booking: booking, user: user, subject: subject, rating: 5), head, tables)
        try ReviewComment.insert("Lovely", 102, of: user, in: tx)
        try ReviewComment.update("Fine", 102, in: tx)
        try ReviewStore.update(4, head, tables)
        try ask(tx as Reader)
        try RatingStore.add(5, of: ReviewSubject(kind: .service, item: "v", host: nil), tables)
        try RatingStore.add(4, of: subject, tables)
        try ReviewStore.delete(head, tables)
        try ReviewComment.delete(102, in: tx)
        try ReviewComment.deleteAll(of: user, in: tx)
    }

    private static func ask(_ reader: Reader) throws {
        _ = try ReviewStore.review(id, reader)
        _ = try ReviewStore.review(ofBooking: booking, reader)
        _ = try Reviews.holdings(of: user, reader)
        for (lowest, after) in [(1, nil), (4, Cursor(order: 1, number: 1))] as [(Int, Cursor?)] {
            let query = ReviewsQuery(
                lowest: lowest, page: 1, limit: 20, isEnveloped: false, after: after)
            let search = query.search(of: Rated(.session, "s"))
            _ = try search.find(reader)
            _ = try search.count(reader)
        }
    }
}
