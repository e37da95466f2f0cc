/// What a connection has counted since the database last changed.
///
/// A list says how many elements there are in all, and to count a thousand rows takes longer than to read and write
/// twenty of them. Between two changes the number is the same.
final class CountMemory {
    /// More lists than that nobody looks at between two changes; searches are many, and seldom the same.
    private static let capacity = 64

    private let states: StateCounter
    private var version: StateVersion?
    private var counts: [SQL: Int] = [:]

    init(_ states: StateCounter) {
        self.states = states
    }

    /// The number that was counted before, or what `count` finds now.
    func count(_ sql: SQL, _ count: () throws -> Int) throws -> Int {
        if let known = known(sql) { return known }
        let number = try count()
        remember(number, sql)
        return number
    }

    private func known(_ question: SQL) -> Int? {
        counts.isEmpty || states.version != version ? nil : counts[question]
    }

    private func remember(_ number: Int, _ question: SQL) {
        guard let now = states.version else { return }
        if now != version || counts.count >= CountMemory.capacity { counts = [:] }
        version = now
        counts[question] = number
    }
}
