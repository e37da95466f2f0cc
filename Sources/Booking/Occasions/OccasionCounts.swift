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

    /// How many begin at a moment or later.
    static func count(
        _ kind: OccasionKind, _ status: Occasion.Status, from start: Instant, _ reader: Reader
    ) throws -> Int {
        let start = Int(start.milliseconds)
        let spans = zip(shifts, shifts.dropFirst()).map { shift, next -> SQL in
            let end = ((start >> next) + 1) << (next - shift)
            return sum(
                kind, status, shift, "span > \(start >> shift) and span < \(end)")
        }
        let last = shifts[shifts.count - 1]
        let longest = sum(kind, status, last, "span > \(start >> last)")
        let first = ((start >> shifts[0]) + 1) << shifts[0]
        return try reader.count(
            """
            select \(SQL.joined(spans + [longest], by: " + ")) + (
                select count(*)
                from occasion
                where kind = \(kind) and status = \(status) and starts_at >= \(start)
                    and starts_at < \(first)
            )
            """)
    }

    private static func sum(
        _ kind: OccasionKind, _ status: Occasion.Status, _ shift: Int, _ condition: SQL
    ) -> SQL {
        """
        (
            select coalesce(sum(number), 0)
            from occasion_count
            where kind = \(kind) and status = \(status) and shift = \(shift) and \(condition)
        )
        """
    }
}
