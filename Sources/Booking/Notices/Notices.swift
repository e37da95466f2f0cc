import SQLite
import Synchronization
import Time
import Web

/// Tells everybody what has happened who wants to know: each receiver by a lane of its own, behind the
/// requests and never in one.
///
/// What is to be told stands in the journal already, so an outage of a receiver neither fails a booking nor
/// slows another receiver down.
package final class Notices: Sendable {
    let desk: NoticeDesk
    private let state = Mutex(State())

    private struct State {
        var isRunning = false
        var runners: [String: LaneRunner] = [:]
        var sweeping: Rounds?
    }

    package init(
        database: Database, journal: Journal, ids: Ids, clock: Clock, log: Log,
        chance: @escaping @Sendable () -> Double = { .random(in: 0...1) }
    ) {
        desk = NoticeDesk(
            database: database, watch: journal.watch, clock: clock, ids: ids, log: log,
            schedule: RetrySchedule(chance: chance), tallies: NoticeTallies())
    }

    /// Begins to tell: by these channels and no others. What waits for one that is no more is given up.
    package func start(_ channels: [Channel]) async throws {
        try await open(channels.map(\.lane))
        state.withLock { $0.isRunning = true }
        for channel in channels { add(channel) }
        let sweeping = NoticeSweep(desk).rounds
        sweeping.start()
        state.withLock { $0.sweeping = sweeping }
    }

    /// Opens lanes, and ends all others.
    func open(_ lanes: [String]) async throws {
        try await desk.database.write { tx in
            for lane in lanes { try LaneStore.open(lane, in: tx) }
            for lane in try LaneStore.places(tx).keys where !lanes.contains(lane) {
                try LaneStore.delete(lane, in: tx)
                try DeliveryStore.bury(lane, reason: "nobody is told in this way any more", in: tx)
            }
        }
    }

    /// Tells by one more channel, or by another in the place of one with its lane, which is open. Nothing is
    /// told before the start, which brings all channels that there are.
    package func add(_ channel: Channel) {
        let runner = LaneRunner(Lane(channel, at: desk))
        let (isRunning, old) = state.withLock { state in
            guard state.isRunning else { return (false, LaneRunner?.none) }
            return (true, state.runners.updateValue(runner, forKey: channel.lane))
        }
        guard isRunning else { return }
        Task {
            // Two of one lane would send twice.
            await old?.stop()
            guard state.withLock({ $0.runners[channel.lane] === runner }) else { return }
            runner.start()
        }
    }

    /// Tells nobody by a lane any more.
    package func remove(_ lane: String) {
        let runner = state.withLock { $0.runners.removeValue(forKey: lane) }
        Task { await runner?.stop() }
    }

    /// Has a lane look for what is due.
    package func ring(_ lane: String) {
        let runner = state.withLock { $0.runners[lane] }
        runner?.ring()
    }

    /// Has a lane try at once, also where its receiver seemed to be away.
    func hope(_ lane: String) {
        let runner = state.withLock { $0.runners[lane] }
        runner?.lane.hope()
        runner?.ring()
    }

    /// Returns when what was done is written down; nothing is begun any more.
    package func stop() async {
        let (runners, sweeping) = state.withLock { state in
            state.isRunning = false
            defer { state.runners = [:] }
            return (Array(state.runners.values), state.sweeping.take())
        }
        await withTaskGroup { group in
            for runner in runners { group.addTask { await runner.stop() } }
        }
        await sweeping?.stop()
    }

    /// Plans something that no entry tells of, with what else happens in a transaction; its id.
    @discardableResult
    package func post(
        _ plan: Plan, by channel: String, lane: String? = nil, in tx: Transaction
    ) throws -> String {
        let lane = lane ?? channel
        let id = desk.ids.next(at: tx.now)
        try DeliveryStore.insert(plan, id: id, for: (channel, lane), entry: nil, in: tx)
        tx.afterCommit { [self] in ring(lane) }
        return id
    }

    /// Begins a lane at the journal's end, for a channel that is then added.
    package func open(_ lane: String, in tx: Transaction) throws {
        try LaneStore.delete(lane, in: tx)
        try LaneStore.open(lane, in: tx)
    }

    /// Takes a lane away with all that waits in it and what is known of it.
    package func close(_ lane: String, in tx: Transaction) throws {
        try LaneStore.delete(lane, in: tx)
        try DeliveryStore.deleteAll(of: lane, in: tx)
    }

    /// The lanes that are under way, by their names.
    var runners: [(name: String, runner: LaneRunner)] {
        state.withLock { $0.runners.map { ($0.key, $0.value) } }.sorted { $0.0 < $1.0 }
    }

    /// What waits for somebody who leaves for good is never told.
    static func forget(account: String, in tx: Transaction) throws {
        try DeliveryStore.deleteAll(about: account, in: tx)
    }
}
