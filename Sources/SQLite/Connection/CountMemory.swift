/// What a connection has counted since the database last changed.
///
/// A list says how many elements there are in all, and to count a thousand rows takes longer than to read and write
/// twenty of them. Between two changes the number is the same.
final class CountMemory {
    private struct Question: Hashable {
        let statement: StatementCache.Key
        let values: [SQLValue]
    }

    /// More lists than that nobody looks at between two changes; searches are many, and seldom the same.
    private static let capacity = 64

    private let states: StateCounter
    private var version: StateVersion?
    private var counts: [Question: Int] = [:]

    init(_ states: StateCounter) {
        self.states = states
    }

    /// The number that was counted before, or what `count` finds now.
    func count(_ sql: SQL, _ count: () throws -> Int) throws -> Int {
        let question = Question(statement: StatementCache.Key(sql), values: sql.values)
        if let known = known(question) { return known }
        let number = try count()
        remember(number, question)
        return number
    }

    private func known(_ question: Question) -> Int? {
        counts.isEmpty || states.version != version ? nil : counts[question]
    }

    private func remember(_ number: Int, _ question: Question) {
        guard let now = states.version else { return }
        if now != version || counts.count >= CountMemory.capacity { counts = [:] }
        version = now
        counts[question] = number
    }
}
