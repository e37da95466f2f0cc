import SQLite

/// Keeps the answer to a request beside its effect, so that the same request, sent again, has no other.
///
/// A use case that creates something takes one and calls `keep` as the last thing within its transaction: so
/// either both are on disk or neither is, whatever happens to the connection or to the server.
package struct Once<Output: Sendable>: Sendable {
    private let keeping: (@Sendable (Output, Transaction) throws -> Void)?

    init(keeping: (@Sendable (Output, Transaction) throws -> Void)?) {
        self.keeping = keeping
    }

    /// For a request without a key: each time it comes it is done, and nothing is kept.
    package static var always: Once { Once(keeping: nil) }

    /// Keeps the answer that this output becomes. Where the key has an answer already, it throws, and what
    /// the transaction did is undone with it.
    package func keep(_ output: Output, in tx: Transaction) throws {
        try keeping?(output, tx)
    }

    /// The same for a transaction that ends with another output, of which this one is made.
    package func made<Other>(
        by make: @escaping @Sendable (Other) throws -> Output
    ) -> Once<Other> {
        guard let keeping else { return .always }
        return Once<Other> { other, tx in try keeping(make(other), tx) }
    }
}
