import Synchronization

/// A number that one loop counts and any thread reads.
package final class Counter: Sendable {
    private let number = Atomic<Int>(0)

    package var value: Int { number.load(ordering: .relaxed) }

    func add(_ amount: Int = 1) {
        number.wrappingAdd(amount, ordering: .relaxed)
    }
}
