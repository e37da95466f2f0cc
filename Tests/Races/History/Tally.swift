/// A sum over time: each part counts within a span of it.
struct Tally {
    /// Where the sum changes, in their order.
    let moments: [Int]
    /// The sum from the moment of the same place on, up to the next.
    private let sums: [Int]

    init(_ parts: [(span: Range<Int>, weight: Int)]) {
        var changes: [Int: Int] = [:]
        for (span, weight) in parts where !span.isEmpty {
            changes[span.lowerBound, default: 0] += weight
            changes[span.upperBound, default: 0] -= weight
        }
        moments = changes.keys.sorted()
        var sum = 0
        sums = moments.map { moment in
            sum += changes[moment] ?? 0
            return sum
        }
    }

    /// The sum at a moment.
    func sum(at moment: Int) -> Int {
        let place = moments.partitioningIndex { $0 > moment }
        return place == 0 ? 0 : sums[place - 1]
    }
}

extension [Int] {
    /// The first place of sorted numbers where this holds, which holds for all behind it.
    func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
