/// All metrics of the server in Prometheus' text format, version 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
package struct MetricsPage: Sendable {
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private let metrics: [Metric]

    package init(_ metrics: [Metric]) {
        self.metrics = metrics
    }

    package func render() -> [UInt8] {
        var page: [UInt8] = []
        page.reserveCapacity(16 * 1_024)
        for metric in metrics { MetricsPage.append(metric, to: &page) }
        return page
    }

    private static func append(_ metric: Metric, to page: inout [UInt8]) {
        let samples = metric.samples()
        guard !samples.isEmpty else { return }
        page += "# HELP \(metric.name) \(escaped(metric.help))\n".utf8
        page += "# TYPE \(metric.name) \(metric.kind.rawValue)\n".utf8
        for sample in samples {
            let labels = sample.labels.map { "\($0)=\"\(escapedLabel($1))\"" }
            let braces = labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}"
            page += "\(metric.name)\(sample.suffix)\(braces) \(text(sample.value))\n".utf8
        }
    }

    /// Whole numbers without a point; the rest as Go reads it.
    static func text(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return value.description
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: #"\\"#).replacing("\n", with: #"\n"#)
    }

    private static func escapedLabel(_ text: String) -> String {
        escaped(text).replacing("\"", with: #"\""#)
    }
}
