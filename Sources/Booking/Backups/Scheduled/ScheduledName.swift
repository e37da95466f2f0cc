import Time

/// The name of a backup that the server makes by itself: `roost-2026-11-20T09-00-00Z.db`.
struct ScheduledName: Equatable {
    let madeAt: Instant

    init(madeAt: Instant) {
        self.madeAt = madeAt
    }

    /// Nil for any other name.
    init?(_ name: String) {
        guard name.hasPrefix("roost-"), name.hasSuffix(".db"),
            let madeAt = Instant(fileName: name.dropFirst(6).dropLast(3))
        else { return nil }
        self.madeAt = madeAt
    }

    var text: String { "roost-\(madeAt.fileName).db" }
}
