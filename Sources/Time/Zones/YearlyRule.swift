/// How clocks are set year after year, behind the last change that a file names.
///
/// It is the text in POSIX's form at the end of a file (RFC 9636, section 3.3.1), such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRule: Equatable, Sendable {
    /// The part of the year for which clocks are set to another time.
    struct Daylight: Equatable, Sendable {
        let offset: Int64
        let start: YearlyMoment
        let end: YearlyMoment
    }

    /// Seconds ahead of UTC.
    let standard: Int64
    let daylight: Daylight?

    /// The changes of so many years, in their order.
    ///
    /// A start that is not after the end before it means that clocks were not set at all: so zones are
    /// written that have it all year.
    func changes(in years: ClosedRange<Int>) -> [Timeline.Change] {
        guard let daylight else { return [] }
        var changes: [Timeline.Change] = []
        for year in years {
            guard let span = span(of: daylight, from: year) else { continue }
            if let last = changes.last, last.moment >= span.lowerBound {
                changes.removeLast()
            } else {
                changes.append(.init(moment: span.lowerBound, offset: daylight.offset))
            }
            changes.append(.init(moment: span.upperBound, offset: standard))
        }
        return changes
    }

    /// From its start in a year to its next end, which is in the year after where summer is in January.
    private func span(of daylight: Daylight, from year: Int) -> Range<Int64>? {
        let start = daylight.start.seconds(in: year) - standard
        let ends = (year...year + 1).lazy.map { daylight.end.seconds(in: $0) - daylight.offset }
        return ends.first { $0 > start }.map { start..<$0 }
    }
}
