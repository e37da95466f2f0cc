import Synchronization

/// A number that many threads count up and down.
package final class Tally: Sendable {
    private let number = Atomic<Int>(0)

    package init() {}

    package var value: Int { number.load(ordering: .relaxed) }

    package func add(_ amount: Int) {
        number.wrappingAdd(amount, ordering: .relaxed)
    }
}
