import HTTP
import Synchronization
import Time
import Web

/// Makes those wait who try to guess a password: after ten wrong ones within a quarter of an hour each
/// further one costs twice the time of the one before.
///
/// Each is counted by itself where it has signed in before, so that nobody is kept out by strangers.
/// It counts accounts, where rate limits count addresses: who has many addresses still has to wait. It
/// keeps a bounded number of them, and forgets those first that have waited longest.
package final class SignInDelays: Sendable {
    /// What is remembered of one account.
    private struct Record {
        var failures: Int
        var lastFailure: Int64
        var blockedUntil: Int64
    }

    /// How many wrong passwords cost nothing.
    static let free = 10
    /// After so long without a wrong password all is forgotten.
    static let memory = Duration.seconds(15 * 60)
    private static let firstDelay = Duration.seconds(30)

    private let records = Mutex<[String: Record]>([:])
    private let clock: MonotonicClock
    private let capacity: Int

    package init(clock: MonotonicClock, capacity: Int = 50_000) {
        self.clock = clock
        self.capacity = capacity
    }

    /// Throws the 429 while an account has to wait. When it needn't any more, one password is tried, and
    /// whoever comes while that takes its time waits too.
    func check(_ account: String) throws(Problem) {
        let now = clock.milliseconds
        let wait = records.withLock { records in
            guard let record = records[account] else { return Int64(0) }
            let wait = record.blockedUntil - now
            if wait <= 0, record.failures >= SignInDelays.free, !isForgotten(record, now) {
                records[account]?.blockedUntil = now + SignInDelays.firstDelay.milliseconds
            }
            return wait
        }
        guard wait <= 0 else { throw .signInDelayed(seconds: Int((wait + 999) / 1_000)) }
    }

    func fail(_ account: String) {
        let now = clock.milliseconds
        records.withLock { records in
            if records.count >= capacity { SignInDelays.forgetOldest(of: &records) }
            var record = records[account] ?? Record(failures: 0, lastFailure: now, blockedUntil: 0)
            if isForgotten(record, now) { record.failures = 0 }
            record.failures += 1
            record.lastFailure = now
            record.blockedUntil = now + SignInDelays.delay(after: record.failures).milliseconds
            records[account] = record
        }
    }

    private func isForgotten(_ record: Record, _ now: Int64) -> Bool {
        now - record.lastFailure > SignInDelays.memory.milliseconds
    }

    /// The right password, or a new one: all is forgotten.
    func succeed(_ account: String) {
        records.withLock { $0[account] = nil }
    }

    /// Likewise, for an account wherever it was tried from.
    func forget(_ account: String) {
        records.withLock { records in
            records = records.filter { $0.key != account && !$0.key.hasPrefix("\(account) ") }
        }
    }

    /// Half a minute, one, two, four, eight, and then a quarter of an hour each time.
    static func delay(after failures: Int) -> Duration {
        guard failures >= free else { return .zero }
        return min(firstDelay * (1 << min(failures - free, 10)), memory)
    }

    /// Takes a quarter away, so that a flood doesn't sort everything each time.
    private static func forgetOldest(of records: inout [String: Record]) {
        let old = records.sorted { $0.value.lastFailure < $1.value.lastFailure }
        for record in old.prefix(records.count / 4 + 1) { records[record.key] = nil }
    }
}

extension Problem {
    static var signInDelayed: Problem {
        Problem(
            .tooManyRequests, "sign_in_delayed",
            "There were too many wrong passwords for this account. Wait before the next.")
    }

    static func signInDelayed(seconds: Int) -> Problem {
        signInDelayed
            .saying("Too many wrong passwords; try again in \(seconds) s.")
            .adding(.retryAfter, String(seconds))
    }
}
