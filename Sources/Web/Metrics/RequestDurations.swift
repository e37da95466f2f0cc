import HTTP

/// How long requests took, by route and class of status.
package final class RequestDurations: Sendable {
    /// 1xx to 5xx.
    private static let classes = 5

    private let rows: [(method: String, template: String)]
    /// Five for each row: an index instead of a dictionary, because each request comes by here.
    private let histograms: [Histogram]

    /// `routes` stand at their numbers. What matches none has a row of its own behind them.
    package init(_ routes: [Route]) {
        rows = routes.map { ($0.method.rawValue, $0.template) } + [("", "unmatched")]
        histograms = (0..<rows.count * RequestDurations.classes).map { _ in Histogram() }
    }

    package func observe(_ route: Route?, _ status: Status, nanoseconds: Int64) {
        let unmatched = rows.count - 1
        let row =
            route.map { (0..<unmatched).contains($0.number) ? $0.number : unmatched } ?? unmatched
        let statusClass = min(max(status.code / 100, 1), RequestDurations.classes) - 1
        histograms[row * RequestDurations.classes + statusClass].observe(nanoseconds: nanoseconds)
    }

    package var metric: Metric {
        Metric(
            .histogram, "roost_http_request_duration_seconds",
            "How long requests took, by route and class of status."
        ) { self.samples() }
    }

    /// Only what has happened: most of the rows never do.
    private func samples() -> [Sample] {
        histograms.indices.filter { !histograms[$0].isEmpty }.flatMap { index in
            let (row, statusClass) = index.quotientAndRemainder(
                dividingBy: RequestDurations.classes)
            return histograms[index].samples([
                ("method", rows[row].method), ("route", rows[row].template),
                ("status", "\(statusClass + 1)xx"),
            ])
        }
    }
}
