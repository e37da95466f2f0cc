import SQLite
import Time

extension Bookings {
    /// So many are completed by one write: others get their turns in between.
    private static let mostAtOnce = 200
    /// Looking for what is due goes through everything that is past.
    private static let searchTime = Duration.seconds(30)

    /// Completes all confirmed bookings that ended so long ago; how many there were.
    func completeAll(behind delay: Duration) async throws -> Int {
        var count = 0
        while true {
            let end = clock.now - delay
            let due = try await database.readAside(within: Bookings.searchTime) {
                try Bookings.due(until: end, $0)
            }
            if due.isEmpty { return count }
            try Task.checkCancellation()
            count += try await complete(due, until: end)
        }
    }

    /// Each is looked at again: somebody may have been faster.
    private func complete(_ ids: [String], until end: Instant) async throws -> Int {
        try await database.write { tx in
            var count = 0
            for id in ids {
                guard let booking = try BookingStore.booking(id, tx),
                    booking.state == .confirmed, booking.end ?? booking.start <= end
                else { continue }
                try claims.step(id, to: .completed, .host, by: nil, in: tx)
                count += 1
            }
            return count
        }
    }

    private static func due(until end: Instant, _ reader: Reader) throws -> [String] {
        try reader.all(
            """
            select id
            from booking
            where starts_at <= \(end) and state = 'confirmed'
                and coalesce(ends_at, starts_at) <= \(end)
            order by starts_at, number
            limit \(mostAtOnce)
            """
        ) { try $0.text(0) }
    }
}
