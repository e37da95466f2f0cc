import SQLite
import Time

/// How many occasions begin within which span of time.
///
/// Spans of 70 minutes are counted, and spans of 32 of these, and so on up to 139 years: how many are to
/// come is the sum of a few dozen numbers, be there a thousand or a million. Only those of the first 70
/// minutes are counted one by one.
enum OccasionCounts {
    /// The lengths of spans, as powers of two milliseconds.
    private static let shifts = [22, 27, 32, 37, 42]

    /// Counts one more, or one less.
    static func add(
        _ change: Int, _ kind: OccasionKind, _ status: Occasion.Status, at start: Instant,
        _ tables: ReadTables
    ) throws {
        let rows: [SQL] = shifts.map { shift in
            let span = Int(start.milliseconds) >> shift
            return "(\(kind), \(status), \(shift), \(span), max(0, \(change)))"
        }
        try tables.run(
            """
            insert into occasion_count (kind, status, shift, span, number)
            values \(SQL.joined(rows, by: ", "))
            on conflict (kind, status, shift, span) do update
            set number = number + \(change)
            """)
    }

    /// How many begin at a moment or later. What is behind the first 70 minutes is the same for that long, if
    /// nothing changes.
    static func count(
        _ kind: OccasionKind, _ status: Occasion.Status, from start: Instant, _ reader: Reader
    ) throws -> Int {
        let start = Int(start.milliseconds)
        let later = try reader.rememberedCount(later(kind, status, start >> 22))
        let soon = try reader.count(
            """
            select count(*)
            from occasion
            where kind = \(kind) and status = \(status) and starts_at >= \(start)
                and starts_at < \(((start >> 22) + 1) << 22)
            """)
        return later + soon
    }

    /// The numbers of all spans behind one of 70 minutes: of each length those up to where the next longer
    /// ones begin.
    private static func later(
        _ kind: OccasionKind, _ status: Occasion.Status, _ span: Int
    ) -> SQL {
        """
        select
            (
                select coalesce(sum(number), 0)
                from occasion_count
                where kind = \(kind) and status = \(status) and shift = 22
                    and span > \(span) and span < \(((span >> 5) + 1) << 5)
            ) + (
                select coalesce(sum(number), 0)
                from occasion_count
                where kind = \(kind) and status = \(status) and shift = 27
                    and span > \(span >> 5) and span < \(((span >> 10) + 1) << 5)
            ) + (
                select coalesce(sum(number), 0)
                from occasion_count
                where kind = \(kind) and status = \(status) and shift = 32
                    and span > \(span >> 10) and span < \(((span >> 15) + 1) << 5)
            ) + (
                select coalesce(sum(number), 0)
                from occasion_count
                where kind = \(kind) and status = \(status) and shift = 37
                    and span > \(span >> 15) and span < \(((span >> 20) + 1) << 5)
            ) + (
                select coalesce(sum(number), 0)
                from occasion_count
                where kind = \(kind) and status = \(status) and shift = 42
                    and span > \(span >> 20)
            )
        """
    }
}
