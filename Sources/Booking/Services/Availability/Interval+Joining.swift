extension [Interval] {
    /// The same time in as few intervals as can be: those that overlap or touch become one. They have to
    /// be in the order of their starts, and so is what comes of them.
    func joined() -> [Interval] {
        var joined: [Interval] = []
        joined.reserveCapacity(count)
        for interval in self where !interval.isEmpty {
            if let last = joined.last, interval.start <= last.end {
                joined[joined.count - 1] = Interval(last.start, Swift.max(last.end, interval.end))
            } else {
                joined.append(interval)
            }
        }
        return joined
    }

    /// The time that none of the others has. Both are what `joined` gives.
    func without(_ others: [Interval]) -> [Interval] {
        var rest: [Interval] = []
        var next = 0
        for interval in self {
            var start = interval.start
            while next < others.count, others[next].end <= start { next += 1 }
            var place = next
            while place < others.count, others[place].start < interval.end {
                if start < others[place].start {
                    rest.append(Interval(start, others[place].start))
                }
                start = others[place].end
                place += 1
            }
            if start < interval.end { rest.append(Interval(start, interval.end)) }
        }
        return rest
    }
}
