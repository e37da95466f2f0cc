import Time

/// The name of a base copy in the stream: `base-2026-11-20T09-00-00Z.db`.
struct BaseName: Equatable, Sendable {
    let madeAt: Instant

    init(madeAt: Instant) {
        self.madeAt = madeAt
    }

    /// Nil for any other name.
    init?(_ name: String) {
        guard name.hasPrefix("base-"), name.hasSuffix(".db"),
            let madeAt = Instant(fileName: name.dropFirst(5).dropLast(3))
        else { return nil }
        self.madeAt = madeAt
    }

    var text: String { "base-\(madeAt.fileName).db" }
}
