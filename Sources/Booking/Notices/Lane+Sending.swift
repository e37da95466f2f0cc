import SQLite
import Time

extension Lane {
    /// Sends some at a time, until all are sent or the receiver seems to be away.
    func send(_ due: [Delivery]) async -> [SentDelivery] {
        await withTaskGroup(of: SentDelivery.self) { group in
            var waiting = due[...]
            var sent: [SentDelivery] = []
            for delivery in waiting.prefix(channel.width) {
                group.addTask { await self.send(delivery) }
            }
            waiting = waiting.dropFirst(channel.width)
            while let one = await group.next() {
                sent.append(one)
                learn(one)
                let goesOn = isOpen && !Task.isCancelled
                guard goesOn, let next = waiting.popFirst() else { continue }
                group.addTask { await self.send(next) }
            }
            return sent
        }
    }

    private func send(_ delivery: Delivery) async -> SentDelivery {
        let begin = MonotonicClock.system.nanoseconds
        let at = desk.clock.now
        let outcome = await channel.send(delivery)
        let time = Duration.nanoseconds(MonotonicClock.system.nanoseconds - begin)
        return SentDelivery(delivery: delivery, outcome: outcome, at: at, time: time)
    }

    private func learn(_ sent: SentDelivery) {
        desk.tallies.add(sent.outcome, of: channel.name)
        let (now, schedule) = (desk.clock.now, desk.schedule)
        let hasClosed = state.withLock { state in
            let was = state.health.isOpen
            state.health.learn(sent.outcome, at: now, schedule)
            return was && !state.health.isOpen
        }
        guard hasClosed else { return }
        desk.log.warning(
            "a receiver of notices is away",
            ["lane": channel.lane, "reason": sent.outcome.reason ?? ""])
    }

    /// What was interrupted by the end of the server counts as never tried.
    func write(down sent: [SentDelivery]) async throws {
        let schedule = desk.schedule
        let isEnding = Task.isCancelled
        let known = sent.filter { !isEnding || $0.outcome.reason == nil }
        guard !known.isEmpty else { return }
        try await write { tx in
            for one in known { try Lane.write(down: one, schedule, in: tx) }
        }
    }

    private static func write(
        down sent: SentDelivery, _ schedule: RetrySchedule, in tx: Transaction
    ) throws {
        let number = sent.delivery.number
        if case .obsolete = sent.outcome { return try DeliveryStore.delete(number, in: tx) }
        // It may have gone with the person that it was about.
        guard try DeliveryStore.isPending(number, tx) else { return }
        try AttemptStore.insert(sent.attempt, of: number, in: tx)
        try settle(sent, schedule, in: tx)
        if case .gone(let reason, _) = sent.outcome {
            try DeliveryStore.bury(sent.delivery.lane, reason: reason, in: tx)
        }
    }

    private static func settle(
        _ sent: SentDelivery, _ schedule: RetrySchedule, in tx: Transaction
    ) throws {
        let attempts = sent.delivery.attempts + 1
        let first = sent.delivery.firstAttempt ?? sent.at
        let number = sent.delivery.number
        if case .failed(let reason, _, let earliest) = sent.outcome,
            let next = schedule.next(at: tx.now, since: first)
        {
            return try DeliveryStore.postpone(
                number, to: max(next, min(earliest ?? next, tx.now + RetrySchedule.longestPause)),
                after: attempts, first: first, reason: reason, in: tx)
        }
        try DeliveryStore.end(
            number, as: sent.outcome.reason == nil ? .delivered : .dead, after: attempts,
            first: first, reason: sent.outcome.reason, in: tx)
    }
}
