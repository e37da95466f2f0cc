import Synchronization
import Time
import Web

/// Proofs of being signed in that are good for one minute and one use: for browsers, which can't give a WebSocket or a
/// stream of events a header field, and whose addresses end up in logs.
///
/// They are in memory only, because nothing is lost with them.
final class Tickets: Sendable {
    /// How long one is good for, in seconds.
    static let lifetime: Int64 = 60

    private struct Issued {
        let claims: AccessClaims
        let end: Instant
    }

    private let issued = Mutex<[[UInt8]: Issued]>([:])
    private let capacity: Int

    init(capacity: Int = 20_000) {
        self.capacity = capacity
    }

    func issue(for claims: AccessClaims, at now: Instant) throws -> SecretToken {
        let token = SecretToken.make()
        let hash = try token.hash()
        let end = Instant(milliseconds: now.milliseconds + Tickets.lifetime * 1_000)
        try issued.withLock { issued in
            if issued.count >= capacity { issued = issued.filter { $0.value.end > now } }
            guard issued.count < capacity else { throw Problem.overloaded }
            issued[hash] = Issued(claims: claims, end: end)
        }
        return token
    }

    /// What a ticket proves, which is none from now on; nil for what is none.
    func take(_ text: String, at now: Instant) throws -> AccessClaims? {
        guard let hash = try SecretToken(text)?.hash() else { return nil }
        guard let taken = issued.withLock({ $0.removeValue(forKey: hash) }) else { return nil }
        return taken.end > now ? taken.claims : nil
    }
}
