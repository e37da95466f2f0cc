import Synchronization

/// How often a number fell into which range: for one thread that counts and others that look.
package final class Buckets: Sendable {
    /// The upper bounds of the ranges; there is one range more, for what is above them all.
    package let bounds: [Int]
    private let state: Mutex<(counts: [Int], sum: Int)>

    init(_ bounds: [Int]) {
        self.bounds = bounds
        state = Mutex((Array(repeating: 0, count: bounds.count + 1), 0))
    }

    func add(_ number: Int) {
        let range = bounds.firstIndex { number <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[range] += 1
            state.sum += number
        }
    }

    /// The counts by range, and the sum of all numbers.
    package var values: (counts: [Int], sum: Int) { state.withLock { $0 } }
}
