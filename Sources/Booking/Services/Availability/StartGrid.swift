import Time

/// The wall-clock times at which something may start: every so many minutes from midnight on.
///
/// Where clocks show a time twice, both moments are on the grid; a time that they jump over is not.
struct StartGrid {
    /// In milliseconds, like everything here.
    private let step: Int64

    init(minutes: Int) {
        step = Int64(minutes) * 60_000
    }

    /// Whether clocks that are so far ahead show a time of the grid.
    func contains(_ instant: Instant, offset: Int64) -> Bool {
        let shown = instant.milliseconds + offset
        return (shown - midnight(before: shown)) % step == 0
    }

    /// The moments of the grid within intervals that are in their order, as are the spans around them.
    func moments(in intervals: [Interval], _ spans: [OffsetSpan]) -> [Instant] {
        var moments: [Instant] = []
        var place = 0
        for span in spans {
            while place < intervals.count, intervals[place].start < span.interval.end {
                add(intervals[place].intersection(span.interval), span.offset, to: &moments)
                guard intervals[place].end <= span.interval.end else { break }
                place += 1
            }
        }
        return moments
    }

    private func add(_ interval: Interval, _ offset: Int64, to moments: inout [Instant]) {
        let start = interval.start.milliseconds + offset
        let end = interval.end.milliseconds + offset
        var midnight = midnight(before: start)
        var shown = midnight + (start - midnight + step - 1) / step * step
        while true {
            if shown >= midnight + OffsetSpan.day {
                midnight += OffsetSpan.day
                shown = midnight
            }
            guard shown < end else { return }
            moments.append(Instant(milliseconds: shown - offset))
            shown += step
        }
    }

    private func midnight(before shown: Int64) -> Int64 {
        shown.flooredQuotient(by: OffsetSpan.day) * OffsetSpan.day
    }
}
