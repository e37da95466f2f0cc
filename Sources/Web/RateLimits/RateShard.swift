import Synchronization

/// A part of the rate table with a lock of its own.
final class RateShard: Sendable {
    private struct Slot {
        var key: UInt64 = 0
        /// When its client's debt is paid; from then on the slot is free.
        var paidAt: Int64 = 0
    }

    /// Slots that a key may be in: two cache lines.
    private static let ways = 8

    private let sets: UInt64
    private let slots: Mutex<[Slot]>

    init(sets: Int) {
        self.sets = UInt64(sets)
        slots = Mutex([Slot](repeating: Slot(), count: sets * RateShard.ways))
    }

    /// Counts a request unless its rule is used up.
    func take(_ key: RateKey, _ rule: RateRule, now: Int64) -> RateDecision {
        slots.withLock { slots in
            let (index, isFound) = place(of: key, in: slots)
            let decision = RateDecision(rule, paidAt: isFound ? slots[index].paidAt : 0, now: now)
            slots[index] = Slot(key: key.hash, paidAt: decision.paidAt)
            return decision
        }
    }

    /// Forgets one counted request.
    func giveBack(_ key: RateKey, _ rule: RateRule) {
        slots.withLock { slots in
            let (index, isFound) = place(of: key, in: slots)
            if isFound { slots[index].paidAt -= rule.interval }
        }
    }

    /// The key's slot, or the one that it may take: that of the client who owes least, who is harmed
    /// least by being forgotten.
    private func place(of key: RateKey, in slots: [Slot]) -> (index: Int, isFound: Bool) {
        let first = Int((key.hash >> 32) % sets) * RateShard.ways
        var least = first
        for index in first..<first + RateShard.ways {
            if slots[index].key == key.hash { return (index, true) }
            if slots[index].paidAt < slots[least].paidAt { least = index }
        }
        return (least, false)
    }
}
