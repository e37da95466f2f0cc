extension YearlyRule {
    /// Reads POSIX's form with the extensions of RFC 9636; nil for what isn't of it.
    ///
    /// A zone with two times and no days for them is refused: POSIX leaves those to the system.
    init?(_ text: some Collection<UInt8>) {
        var scanner = YearlyRuleScanner(text)
        guard scanner.skipName(), let west = scanner.time(hours: 0...24) else { return nil }
        standard = -west
        guard !scanner.isAtEnd else {
            daylight = nil
            return
        }
        guard scanner.skipName() else { return nil }
        var offset = standard + 3_600
        if !scanner.isAt(",") {
            guard let west = scanner.time(hours: 0...24) else { return nil }
            offset = -west
        }
        guard let start = scanner.moment(), let end = scanner.moment(), scanner.isAtEnd,
            Timeline.offsets.contains(standard), Timeline.offsets.contains(offset)
        else { return nil }
        daylight = Daylight(offset: offset, start: start, end: end)
    }
}
