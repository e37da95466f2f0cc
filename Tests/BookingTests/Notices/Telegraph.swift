import SQLite
import Synchronization
import Time
import Workbench

@testable import Booking

/// A house with a journal that tests write, and a receiver that answers as they like.
final class Telegraph: Sendable {
    let house: House
    /// What the receiver was sent: the entry's stream, or the kind of what is no entry.
    let sent = Notes<String>()
    /// The ids under which.
    let ids = Notes<String>()
    /// What it answers; by what it is sent, otherwise that all is well.
    let answers = Mutex<[String: Outcome]>([:])
    /// What it answers to all else.
    let usual = Mutex(Outcome.delivered(Reply(200)))

    init() async throws {
        house = try await House()
    }

    var channel: Channel { channel(lane: "test") }

    func channel(
        lane: String, kinds: Set<String> = ["booking.placed", "booking.cancelled"],
        keepsOrder: Bool = true, width: Int = 1, plan: Channel.Planning? = nil,
        before: @escaping @Sendable () async -> Void = {}
    ) -> Channel {
        Channel(
            "test", lane: lane, kinds: kinds, keepsOrder: keepsOrder, width: width,
            plan: plan ?? { entry, _, _ in
                Plans([
                    Plan(entry.kind, to: "somebody", bookingID: String(entry.stream.dropFirst(8)))
                ])
            },
            send: { [self] delivery in
                await before()
                let subject = delivery.bookingID.map { "booking/\($0)" } ?? delivery.target
                let name = "\(subject) \(delivery.kind)"
                sent.add(name)
                ids.add(delivery.id)
                return answers.withLock { $0[name] } ?? usual.withLock { $0 }
            })
    }

    /// A lane that is open, from here in the journal on.
    func lane(_ channel: Channel? = nil) async throws -> Lane {
        try await house.lane(channel ?? self.channel)
    }

    /// Something happened.
    func happen(_ kind: String = "booking.placed", _ streams: String...) async throws {
        try await happen(kind, streams)
    }

    func happen(_ kind: String, _ streams: [String]) async throws {
        try await house.database.write { tx in
            for stream in streams {
                _ = try JournalStore.append(
                    JournalStore.Line(stream: stream, kind: kind, data: "{}", actor: nil), in: tx)
            }
        }
    }

    /// Has a lane take turns until there is nothing more to do now.
    @discardableResult
    func settle(_ lane: Lane) async throws -> LaneRest {
        var rest = LaneRest.none
        while rest.isOfMore { rest = try await lane.turn() }
        return rest
    }

    func deliveries(_ state: DeliveryState? = nil) throws -> [Delivery] {
        let search = DeliverySearch(
            state: state, channel: nil, bookingID: nil,
            page: .init(number: 1, limit: 100, isEnveloped: false))
        return try house.database.read(within: .seconds(5)) {
            try DeliveryStore.deliveries(search, $0)
        }.reversed()
    }

    func log(of delivery: Delivery) throws -> [DeliveryAttempt] {
        try house.database.read(within: .seconds(5)) {
            try AttemptStore.attempts(of: delivery.number, $0)
        }
    }

    static func outage(_ reason: String = "nobody is there") -> Outcome { .failed(reason) }
}
