import SQLite
import Time

/// The time that live bookings claim of a service, or of the house itself.
package enum BookedTime {
    /// As far as it lies within an interval; without one booking's own, for whoever moves that.
    static func claims(
        _ kind: BookingKind, of service: Int?, within interval: Interval, besides booking: Int = 0,
        _ reader: Reader
    ) throws -> [Interval] {
        try reader.all(
            """
            select starts_at, claimed_until
            from booking
            where kind = \(kind) and service is \(service) and claimed_until is not null
                and state in ('pending', 'confirmed')
                and starts_at > \(interval.start - Booking.longestClaim)
                and starts_at < \(interval.end) and claimed_until > \(interval.start)
                and number <> \(booking)
            """
        ) { Interval(try $0.instant(0), try $0.instant(1)) }
    }

    /// The same for a service by its id.
    package static func claims(
        ofService id: String, within interval: Interval, _ reader: Reader
    ) throws -> [Interval] {
        guard let number = try ServiceStore.number(of: id, reader) else { return [] }
        return try claims(.service, of: number, within: interval, reader)
    }
}
