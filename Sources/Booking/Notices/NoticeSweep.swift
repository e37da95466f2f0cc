import Time

/// Takes away what was told long ago: a log is for questions, and people forget to ask.
struct NoticeSweep: Sendable {
    static let keepsDelivered = Duration.seconds(7 * 86_400)
    static let keepsDead = Duration.seconds(30 * 86_400)
    private static let pause = Duration.seconds(3_600)
    /// So many by one write: others get their turns in between.
    static let mostAtOnce = 500

    private let desk: NoticeDesk

    init(_ desk: NoticeDesk) {
        self.desk = desk
    }

    var rounds: Rounds {
        Rounds("sweeping old notices", every: NoticeSweep.pause, log: desk.log) {
            try await sweep()
        }
    }

    func sweep() async throws {
        try await sweep(.delivered, doneBefore: desk.clock.now - NoticeSweep.keepsDelivered)
        try await sweep(.dead, doneBefore: desk.clock.now - NoticeSweep.keepsDead)
    }

    private func sweep(_ state: DeliveryState, doneBefore moment: Instant) async throws {
        var count = NoticeSweep.mostAtOnce
        while count == NoticeSweep.mostAtOnce {
            count = try await desk.database.write { tx in
                try DeliveryStore.sweep(
                    state, doneBefore: moment, atMost: NoticeSweep.mostAtOnce, in: tx)
            }
        }
    }
}
