import Synchronization

/// How often something took how long: a few atomic numbers, so that every thread may count at once.
package final class Histogram: Sendable {
    /// Upper bounds of the buckets in nanoseconds: half a millisecond to the ten seconds that a request
    /// may take.
    static let bounds: [Int64] = [
        500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000, 100_000_000,
        250_000_000, 500_000_000, 1_000_000_000, 2_500_000_000, 5_000_000_000, 10_000_000_000,
    ]

    /// One bucket for each bound, and one for what is longer.
    private let counts = InlineArray<15, Atomic<Int>> { _ in Atomic(0) }
    private let sum = Atomic<Int64>(0)

    package init() {}

    package func observe(nanoseconds: Int64) {
        var bucket = 0
        while bucket < Histogram.bounds.count, nanoseconds > Histogram.bounds[bucket] {
            bucket += 1
        }
        counts[bucket].wrappingAdd(1, ordering: .relaxed)
        sum.wrappingAdd(nanoseconds, ordering: .relaxed)
    }

    package var isEmpty: Bool {
        for index in counts.indices where counts[index].load(ordering: .relaxed) > 0 {
            return false
        }
        return true
    }

    /// The samples of one label set, in seconds.
    package func samples(_ labels: [(String, String)]) -> [Sample] {
        Sample.histogram(
            labels, bounds: Histogram.bounds.map { Double($0) / 1e9 },
            counts: counts.indices.map { counts[$0].load(ordering: .relaxed) },
            sum: Double(sum.load(ordering: .relaxed)) / 1e9)
    }
}
