import SQLite
import Synchronization
import Time

/// What one receiver is told: planned along the journal, and sent when it is due.
///
/// What is planned and how far are written together, so whatever ends the process in between, nothing is
/// left out and nothing planned twice. What was sent and not yet written down is sent again, under the
/// same id.
final class Lane: Sendable {
    /// So many are sent before their outcomes are written down.
    static let mostAtOnce = 64
    /// So many entries are looked through before others have a turn.
    static let mostEntries = 1_000
    /// So many are planned by one write. A receiver that is away has no more than these waiting: the rest
    /// waits in the journal, where it is anyway.
    static let mostPlans = 200
    private static let readingTime = Duration.seconds(5)

    struct State {
        var health = LaneHealth()
        /// How far it is, which is written down when something was planned, or now and then.
        var place: LanePlace?
        var writtenPlace: LanePlace?
    }

    let channel: Channel
    let desk: NoticeDesk
    let state = Mutex(State())

    init(_ channel: Channel, at desk: NoticeDesk) {
        self.channel = channel
        self.desk = desk
    }

    /// Up to which entry it has planned.
    var planned: Int? { state.withLock { $0.place?.seq } }
    /// Whether the receiver seems to be there.
    var isOpen: Bool { state.withLock(\.health.isOpen) }

    /// Sends what is due or, where nothing is, plans what comes next.
    func turn() async throws -> LaneRest {
        let now = desk.clock.now
        let health = state.withLock(\.health)
        if let opensAt = health.opensAt, health.isResting(at: now) { return .away(until: opensAt) }
        let due = try read { [channel] reader in
            try DeliveryStore.due(
                channel.lane, at: now, keepingOrder: channel.keepsOrder,
                atMost: health.isOpen ? Lane.mostAtOnce : 1, reader)
        }
        guard due.isEmpty else {
            try await write(down: send(due))
            return .none(behind: due.count)
        }
        switch try await plan() {
        case .some(0): return .until(try nextDue(after: now))
        case .some(let count): return .none(behind: count)
        case .none: return .over
        }
    }

    /// Writes down how far it is, where nothing was planned lately.
    func settle() async throws {
        let (place, written) = state.withLock { ($0.place, $0.writtenPlace) }
        guard let place, place != written else { return }
        let lane = channel.lane
        try await write { try LaneStore.move(lane, to: place, in: $0) }
        state.withLock { $0.writtenPlace = place }
    }

    /// Somebody says that the receiver is there again.
    func hope() {
        state.withLock { $0.health = LaneHealth() }
    }

    func read<Value>(_ body: (Reader) throws -> Value) throws -> Value {
        try desk.database.read(within: Lane.readingTime, body)
    }

    /// Writes, also where the server stops meanwhile: what was done is to be known by the next one.
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let database = desk.database
        return try await Task { try await database.write(body) }.value
    }

    private func nextDue(after now: Instant) throws -> Instant? {
        try read { try DeliveryStore.nextDue(channel.lane, after: now, $0) }
    }
}
