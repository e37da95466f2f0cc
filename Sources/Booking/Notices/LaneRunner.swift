import Synchronization
import Time

/// Has a lane take its turns: when something happens, and when something is due.
final class LaneRunner: Sendable {
    /// Where storage fails, it is tried again so much later.
    private static let pauseOfTrouble = Duration.seconds(5)
    /// The clocks of the house may be set meanwhile: nobody sleeps longer without looking at them.
    private static let longestSleep = Duration.seconds(60)
    /// When very much is told, who listens and who asks is served in between.
    private static let breath = Duration.milliseconds(25)
    /// So many writes that wait are people who wait: telling takes its time then.
    private static let crowd = 8
    private static let mostPatience = 25

    let lane: Lane
    private let ear = Mutex(Ear())
    private let task = Mutex<Task<Void, Never>?>(nil)

    private struct Ear {
        var isRung = false
        var waiter: JournalWaiter?
    }

    init(_ lane: Lane) {
        self.lane = lane
    }

    func start() {
        let task = Task { await self.run() }
        self.task.withLock { $0 = task }
    }

    /// Returns when what is under way is written down. What is being sent is left.
    func stop() async {
        let task = task.withLock { $0.take() }
        task?.cancel()
        ring()
        await task?.value
    }

    /// Whether nothing has come since it has looked that it would tell of.
    var isUpToDate: Bool {
        let waiter = ear.withLock(\.waiter)
        return waiter.map { !$0.isDeaf && !$0.isTold } ?? false
    }

    /// Whether it waits for nothing but a time, or its end.
    var isDeaf: Bool { ear.withLock(\.waiter)?.isDeaf ?? false }

    /// Has it look at once whether there is something to do.
    func ring() {
        let waiter = ear.withLock { ear in
            ear.isRung = true
            return ear.waiter
        }
        waiter?.tell()
    }

    private func run() async {
        var isSure = false
        while !Task.isCancelled {
            let rest = await turn()
            switch rest {
            case .none, .crowd:
                isSure = false
                if rest == .crowd { try? await Task.sleep(for: LaneRunner.breath) }
                await letOthersWrite()
            case .over:
                return
            case .until(let due):
                // What happened before somebody listened is found by one more turn.
                if isSure { await sleep(until: due) }
                isSure = !isSure && listen()
            case .away(let end):
                isSure = false
                stopListening()
                ear.withLock { $0.waiter = .deaf }
                await sleep(until: end)
            }
        }
        stopListening()
        try? await lane.settle()
    }

    private func turn() async -> LaneRest {
        do {
            return try await lane.turn()
        } catch {
            if !Task.isCancelled {
                lane.desk.log.error(
                    "notices wait", ["lane": lane.channel.lane, "reason": "\(error)"])
            }
            return .away(until: lane.desk.clock.now + LaneRunner.pauseOfTrouble)
        }
    }

    /// Whoever books comes first; but telling never stands still.
    private func letOthersWrite() async {
        var patience = LaneRunner.mostPatience
        while patience > 0, lane.desk.database.waitingWrites > LaneRunner.crowd {
            patience -= 1
            try? await Task.sleep(for: .milliseconds(10))
        }
    }
}

// MARK: Waiting

extension LaneRunner {
    /// Whether it is told of what happens from now on. Where too many wait already, it looks by itself; where
    /// the server stops, which is told to everyone at once, again and again, it waits for its own end.
    private func listen() -> Bool {
        stopListening()
        let interest = JournalInterest.kinds(lane.channel.kinds, orEntries: Lane.mostEntries)
        let watch = lane.desk.watch
        let waiter = watch.isClosed ? nil : watch.enlist(after: lane.planned ?? 0, of: interest)
        ear.withLock { $0.waiter = waiter ?? .deaf }
        return true
    }

    private func stopListening() {
        let waiter = ear.withLock { $0.waiter.take() }
        if let waiter { lane.desk.watch.dismiss(waiter) }
    }

    private func sleep(until moment: Instant?) async {
        let waiter = ear.withLock { $0.isRung ? nil : $0.waiter }
        if let waiter, !Task.isCancelled {
            let time = moment.map { $0 - lane.desk.clock.now } ?? LaneRunner.longestSleep
            await waiter.wait(upTo: min(max(time, .zero), LaneRunner.longestSleep))
        }
        ear.withLock { $0.isRung = false }
        stopListening()
    }
}

extension JournalWaiter {
    /// Hears of no entry: whoever waits by it is woken by others, or by the time.
    fileprivate static var deaf: JournalWaiter { JournalWaiter(after: .max, of: .everything) }
    fileprivate var isDeaf: Bool { after == .max }
}
