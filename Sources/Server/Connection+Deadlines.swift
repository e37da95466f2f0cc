import HTTP

extension Connection {
    /// Times are milliseconds, as `ServerLimits.Milliseconds` has them.
    func setDeadline(_ purpose: Deadline.Purpose, in time: Int64) {
        setDeadline(purpose, at: loop.now + time)
    }

    func setDeadline(_ purpose: Deadline.Purpose, at time: Int64) {
        // A slot that was given back may be another connection's by now.
        guard phase != .closed else { return }
        deadline = Deadline(at: time, for: purpose)
        if time < .max { loop.wake(self, by: time) }
    }

    func watchForStall() {
        stallTime = loop.now + loop.times.stall
        loop.wake(self, by: stallTime)
    }

    /// The connection's timer: something is due, or was when it was set and isn't any more.
    func timerFired() {
        guard phase != .closed else { return }
        if stallTime <= loop.now {
            loop.statistics.add(.stallTime)
            vanish()
            return
        }
        if deadline.at <= loop.now { expire() }
        guard phase != .closed else { return }
        let next = min(deadline.at, stallTime)
        if next < .max { loop.wake(self, by: next) }
    }

    private func expire() {
        switch deadline.purpose {
        case .idle where hasOutput:
            // The client takes its answer still, or it would have been cut off as stalled.
            setDeadline(.idle, in: loop.times.idle)
        case .drain where phase == .draining:
            closeBehindOutput()
        case .idle, .drain:
            close()
        case .head where pendingOutput >= loop.limits.outputBytes:
            // Its head isn't looked at while it doesn't take its answers, for which it has a limit too.
            setDeadline(.head, in: loop.times.head)
        case .head:
            loop.statistics.add(.headTime)
            refuse(.headerTimeout)
        case .body:
            checkPace()
        case .work:
            loop.statistics.add(.requestTime)
            work?.isOutOfTime = true
            // The task gets some time to notice.
            setDeadline(.stop, in: loop.times.stop)
            work?.task?.cancel()
        case .halfClosed:
            abandon()
        case .beat:
            beat()
        case .farewell:
            closeBehindOutput()
        case .stop:
            vanish()
        }
    }

    /// A client that has finished sending is either half closed, which is fine, or gone, which is far
    /// more common and can't be told apart until something is sent. An answer that is nearly ready
    /// goes out; long work isn't done for nobody.
    func expectHalfClosed() {
        let soon = loop.now + loop.times.halfClosed
        guard deadline.purpose != .stop, deadline.at > soon else { return }
        setDeadline(.halfClosed, at: soon)
    }

    private func checkPace() {
        guard let work, bodyWaiter != nil else { return }
        let limits = loop.limits
        let wanted = Int64(limits.bodyRate) * loop.times.body / 1_000
        if Int64(work.bodyCount - work.bodyCountAtCheck) >= wanted {
            self.work?.bodyCountAtCheck = work.bodyCount
            setDeadline(.body, in: loop.times.body)
            return
        }
        loop.statistics.add(.bodyTime)
        // Who sends a 408 has decided not to wait any longer (RFC 9110 section 15.5.9).
        self.work?.keepsAlive = false
        resumeClock()
        failWaiters(Refusal.bodyTimeout)
    }
}
