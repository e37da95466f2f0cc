import Time

/// Whether a receiver seems to be there.
///
/// While it isn't, only one delivery at a time is tried, another one each time: nothing is planned that
/// would only wait, and a single thing that a receiver can't digest doesn't stand for all.
struct LaneHealth: Sendable {
    /// So many in a row are no accident.
    static let mostOutages = 3
    /// Receivers that come back are noticed within this time.
    static let longestPause = Duration.seconds(600)

    private var outages = 0
    private var since: Instant?
    /// When to look again whether somebody is there; nil while somebody is.
    private(set) var opensAt: Instant?

    var isOpen: Bool { opensAt == nil }

    /// Whether it is to be left alone now.
    func isResting(at now: Instant) -> Bool {
        opensAt.map { now < $0 } ?? false
    }

    mutating func learn(_ outcome: Outcome, at now: Instant, _ schedule: RetrySchedule) {
        guard outcome.isOutage else {
            self = LaneHealth()
            return
        }
        // What was under way when the first ones failed says nothing new.
        guard !isResting(at: now) else { return }
        let first = since ?? now
        since = first
        outages += 1
        guard outages >= LaneHealth.mostOutages else { return }
        opensAt = now + schedule.pause(after: now - first, atMost: LaneHealth.longestPause)
    }
}
