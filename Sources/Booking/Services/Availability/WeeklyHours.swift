import Time

/// On which days of the week something is open, and when.
package struct WeeklyHours: Equatable, Sendable {
    /// From one minute of a day up to another, that one left out; 1,440 ends the day.
    package struct Window: Equatable, Sendable {
        package let start: Int
        package let end: Int

        package init(_ start: Int, _ end: Int) {
            self.start = start
            self.end = end
        }
    }

    /// The windows of Monday to Sunday, in their order and without overlaps; a day without any is closed.
    package private(set) var days: [[Window]]

    /// Days that aren't given are closed.
    package init(_ windows: [Weekday: [Window]]) {
        days = Weekday.allCases.map { day in
            (windows[day] ?? []).sorted { $0.start < $1.start }
        }
    }

    package subscript(day: Weekday) -> [Window] { days[day.number] }

    /// The openings within a span, in their order. Two of them may touch.
    func openings(in span: OffsetSpan) -> [Interval] {
        span.days.flatMap { day in
            let midnight = day * OffsetSpan.day
            return windows(on: day).compactMap { window in
                let opening = span.interval(
                    from: midnight + Int64(window.start) * 60_000,
                    to: midnight + Int64(window.end) * 60_000)
                return opening.isEmpty ? nil : opening
            }
        }
    }

    /// The windows of a day that is counted from 1970-01-01, which was a Thursday.
    private func windows(on day: Int64) -> [Window] {
        let shifted = day + 3
        return days[Int(shifted - shifted.flooredQuotient(by: 7) * 7)]
    }
}
