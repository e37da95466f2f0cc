/// When the clocks of a zone are set, and to what: from the first time that is known to the end of time.
///
/// The rule that a file has for the years behind its last change is written out here for 400 years,
/// after which the calendar repeats itself to the weekday (146,097 days are whole weeks). Later moments
/// are looked up a multiple of that earlier. So there is one table and one search, in which no rule has
/// to be worked out.
struct Timeline: Sendable {
    /// Clocks are set to so many seconds ahead of UTC.
    struct Change: Equatable, Sendable {
        let moment: Int64
        let offset: Int64
    }

    /// What clocks may be ahead of UTC (RFC 9636, section 3.2: over -25 hours, under 26).
    static let offsets: ClosedRange<Int64> = -89_999...93_599
    private static let cycle: Int64 = 146_097 * 86_400

    /// In the order of their moments; the first one is before everything.
    private(set) var changes: [Change]
    /// From here on every cycle is like the one before; nil where clocks aren't set any more.
    private var cycleStart: Int64?
    /// Where moments begin that the table is too short for.
    private var horizon = Int64.max

    /// Clocks that are never set.
    init(offset: Int64) {
        changes = [Change(moment: .min, offset: offset)]
    }

    init(_ file: TZifFile) {
        let isRuleOnly = file.changes.isEmpty
        self.init(offset: (isRuleOnly ? file.rule?.standard : nil) ?? file.firstOffset)
        for change in file.changes { append(change) }
        guard let rule = file.rule, rule.daylight != nil else { return }
        append(rule, after: file.changes.last?.moment)
    }

    /// The rule holds behind the last change of the file, be it one that left the offset as it was; in a
    /// file without any it always holds. Two years on there are nothing but the rule's changes around.
    private mutating func append(_ rule: YearlyRule, after last: Int64?) {
        let year = last.map { LocalTime(secondsSince1970: $0).date.year } ?? 0
        let start = LocalTime(CivilDate(year: year + 2, month: 1, day: 1), .midnight)
        cycleStart = start.secondsSince1970
        horizon = start.secondsSince1970 + Timeline.cycle
        for change in rule.changes(in: year - 1...year + 402) where change.moment > last ?? .min {
            append(change)
        }
    }

    /// Leaves out what changes nothing: another abbreviation.
    private mutating func append(_ change: Change) {
        guard let last = changes.last, change.moment > last.moment, change.offset != last.offset
        else { return }
        changes.append(change)
    }
}

extension Timeline {
    func offset(at moment: Int64) -> Int64 {
        changes[place(of: folded(moment))].offset
    }

    /// The moment itself, or the one within the table whose surroundings are the same.
    func folded(_ moment: Int64) -> Int64 {
        guard moment >= horizon, let cycleStart else { return moment }
        return cycleStart + (moment - cycleStart) % Timeline.cycle
    }

    /// The last change that is not after a moment.
    ///
    /// Its steps depend on the length of the table alone and its sum needs no jump, so that moments in
    /// no order cost as little as those in order.
    private func place(of moment: Int64) -> Int {
        var place = 0
        var rest = changes.count
        while rest > 1 {
            let half = rest / 2
            place += changes[place + half].moment <= moment ? half : 0
            rest -= half
        }
        return place
    }

    /// When clocks show so many seconds since 1970. `later` is added to what is found.
    ///
    /// Between two changes, what is shown is the moment and the offset. A local time is looked for in
    /// each of these spans that can have it, which is one but for days on which clocks are set.
    func occurrence(of shown: Int64, later: Int64) -> Occurrence {
        func instant(_ moment: Int64) -> Instant { Instant(seconds: moment + later) }

        var place = place(of: shown - Timeline.offsets.upperBound)
        var first: Int64?
        var gap: Occurrence?
        while place < changes.count {
            let span = changes[place]
            let moment = shown - span.offset
            let next = place + 1 < changes.count ? changes[place + 1] : nil
            let end = next?.moment ?? .max
            if span.moment <= moment, moment < end {
                if let first { return .twice(instant(first), instant(moment)) }
                first = moment
            } else if moment >= end, let next, shown - next.offset < end {
                gap = .never(jump: instant(end), shifted: instant(moment))
            }
            guard end <= shown - Timeline.offsets.lowerBound else { break }
            place += 1
        }
        return first.map { .once(instant($0)) } ?? gap ?? .once(instant(shown))
    }
}
