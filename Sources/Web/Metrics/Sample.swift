/// One line of the metrics page: a number, and what it is the number of.
package struct Sample: Sendable {
    /// Behind the metric's name; the parts of a histogram differ in it.
    package let suffix: String
    package let labels: [(String, String)]
    package let value: Double

    package init(_ labels: [(String, String)] = [], _ value: Double, suffix: String = "") {
        self.labels = labels
        self.value = value
        self.suffix = suffix
    }

    /// A histogram's lines. `counts` has one number more than `bounds`, for what is above them all; the
    /// format wants each bucket to include those below it.
    package static func histogram(
        _ labels: [(String, String)], bounds: [Double], counts: [Int], sum: Double
    ) -> [Sample] {
        var samples: [Sample] = []
        var total = 0
        for (index, count) in counts.enumerated() {
            total += count
            let bound = index < bounds.count ? MetricsPage.text(bounds[index]) : "+Inf"
            samples.append(Sample(labels + [("le", bound)], Double(total), suffix: "_bucket"))
        }
        samples.append(Sample(labels, sum, suffix: "_sum"))
        samples.append(Sample(labels, Double(total), suffix: "_count"))
        return samples
    }
}
