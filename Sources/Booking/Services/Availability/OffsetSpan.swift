import Time

/// A stretch of time in which the clocks of a zone aren't set, so that what they show is the time and
/// an offset.
///
/// Opening hours and the grid of starts are asked for span by span: then nights on which clocks are set
/// back or forward, and days that a zone left out, need no rule of their own.
struct OffsetSpan: Equatable {
    static let day: Int64 = 86_400_000

    let interval: Interval
    /// Milliseconds that clocks are ahead of UTC.
    let offset: Int64

    /// The days that clocks show in it, counted from 1970-01-01.
    var days: ClosedRange<Int64> {
        let first = (interval.start.milliseconds + offset).flooredQuotient(by: Self.day)
        let last = (interval.end.milliseconds - 1 + offset).flooredQuotient(by: Self.day)
        return first...max(first, last)
    }

    /// From one wall-clock time to another, in milliseconds since 1970, as far as it lies in the span.
    func interval(from start: Int64, to end: Int64) -> Interval {
        Interval(
            Instant(milliseconds: start - offset), Instant(milliseconds: end - offset)
        ).intersection(interval)
    }
}

extension Zone {
    /// The spans of an interval, one after the other, without a gap.
    ///
    /// Clocks are looked at day by day: no zone of the database has set them twice within one.
    func spans(of interval: Interval) -> [OffsetSpan] {
        var spans: [OffsetSpan] = []
        var start = interval.start
        var known = start
        while known < interval.end {
            let next = min(
                Instant(milliseconds: known.milliseconds + OffsetSpan.day), interval.end)
            let offset = offset(at: known)
            if offset == self.offset(at: next) {
                known = next
            } else {
                known = change(after: known, upTo: next)
                spans.append(span(start, known, offset))
                start = known
            }
        }
        if start < interval.end { spans.append(span(start, interval.end, offset(at: start))) }
        return spans
    }

    private func span(_ start: Instant, _ end: Instant, _ offset: Int) -> OffsetSpan {
        OffsetSpan(interval: Interval(start, end), offset: Int64(offset) * 1_000)
    }

    /// The first moment with another offset.
    private func change(after earlier: Instant, upTo later: Instant) -> Instant {
        let offset = offset(at: earlier)
        var (before, after) = (earlier.milliseconds, later.milliseconds)
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if self.offset(at: Instant(milliseconds: middle)) == offset {
                before = middle
            } else {
                after = middle
            }
        }
        return Instant(milliseconds: after)
    }
}

extension Int64 {
    /// The quotient, rounded towards the past.
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
