import SQLite
import Time
import Web

/// Everything that takes place at a time: what classes, sessions and events have in common.
///
/// The faces read requests in their document's words, and write answers in its shape; what may become of an
/// occasion is decided here.
package struct Occasions: Sendable {
    /// What becomes of the bookings of an occasion that is cancelled, within the transaction that cancels it.
    /// Bookings are a feature above this one.
    package typealias Withdrawal =
        @Sendable (_ occasion: Occasion, _ actor: String?, Transaction) throws -> Void

    /// A page of them, with who leads them.
    struct Found: Sendable {
        let occasions: [Occasion]
        let hosts: HostNames
        let total: Int
    }

    private let database: Database
    private let journal: Journal
    private let ids: Ids
    private let clock: Clock
    private let withdraw: Withdrawal
    let idempotency: Idempotency

    package init(
        database: Database, journal: Journal, ids: Ids, clock: Clock,
        withdraw: @escaping Withdrawal, idempotency: Idempotency
    ) {
        self.database = database
        self.journal = journal
        self.ids = ids
        self.clock = clock
        self.withdraw = withdraw
        self.idempotency = idempotency
    }

    var now: Instant { clock.now }
    /// As `Database.settledState`.
    var settledState: Int? { database.settledState }

    // MARK: Reading

    /// `check` may look at what else there is.
    func find(
        _ search: OccasionSearch, within time: Duration,
        check: @escaping @Sendable (Reader) throws -> Void = { _ in }
    ) async throws -> Found {
        try await read(search, within: time) { reader in
            try check(reader)
            return try Occasions.found(search, reader)
        }
    }

    /// What takes longer than an event loop can wait is read aside of it.
    func read<Result: Sendable>(
        _ search: OccasionSearch, within time: Duration,
        _ body: @escaping @Sendable (Reader) throws -> Result
    ) async throws -> Result {
        try await database.read(isQuick: search.isQuick, within: time, body)
    }

    /// Page and count are of one state.
    private static func found(_ search: OccasionSearch, _ reader: Reader) throws -> Found {
        let occasions = try search.find(reader)
        return Found(
            occasions: occasions, hosts: try HostNames(of: occasions.map(\.facts.host), reader),
            total: try search.count(reader))
    }

    func occasion(
        _ id: String, _ kind: OccasionKind, within time: Duration
    ) throws -> (Occasion, HostNames) {
        try database.read(within: time) { try Occasions.named(found(id, kind, $0), $0) }
    }

    private func found(_ id: String, _ kind: OccasionKind, _ reader: Reader) throws -> Occasion {
        guard let occasion = try OccasionStore.occasion(id, kind, reader) else {
            throw Problem.notFound
        }
        return occasion
    }

    private static func named(
        _ occasion: Occasion, _ reader: Reader
    ) throws -> (Occasion, HostNames) {
        (occasion, try HostNames(of: [occasion.facts.host], reader))
    }

    // MARK: Changing

    /// Makes one; `check` may look at what else there is.
    func create(
        _ kind: OccasionKind, _ facts: OccasionFacts, by caller: Caller,
        once: Once<(Occasion, HostNames)>,
        check: @escaping @Sendable (Transaction) throws -> Void = { _ in }
    ) async throws -> (Occasion, HostNames) {
        try await database.write { tx in
            try check(tx)
            let id = ids.next(at: tx.now)
            let made = try record(
                OccasionEntries.created(kind), facts, id, kind, by: caller, in: tx)
            try once.keep(made, in: tx)
            return made
        }
    }

    /// Changes one that is still to come, by its host or who holds the permission.
    func change(
        _ id: String, _ kind: OccasionKind, if precondition: Precondition, by caller: Caller,
        or permission: Permission, _ apply: @escaping @Sendable (Occasion) throws -> OccasionFacts
    ) async throws -> (Occasion, HostNames) {
        try await database.write { tx in
            let occasion = try found(id, kind, tx)
            try occasion.check(caller, or: permission)
            try precondition.check(Occasion.tag(occasion))
            guard occasion.facts.status == .active else { throw Problem.alreadyCancelled }
            guard occasion.facts.startsAt > tx.now else { throw Problem.alreadyStarted }
            let facts = try apply(occasion)
            guard facts.capacity >= occasion.taken else { throw Problem.capacityBelowBookings }
            if facts.areWritten(as: occasion.facts) { return try Occasions.named(occasion, tx) }
            return try record(OccasionEntries.changed(kind), facts, id, kind, by: caller, in: tx)
        }
    }

    /// A hundred thousand bookings take a second and a half.
    private static let cancellingTime = Duration.seconds(60)

    /// Cancels one that is still to come, and its bookings with it; again is no error.
    func cancel(
        _ id: String, _ kind: OccasionKind, if precondition: Precondition, by caller: Caller,
        or permission: Permission
    ) async throws -> (Occasion, HostNames) {
        try await database.write(upTo: Occasions.cancellingTime) { tx in
            let occasion = try found(id, kind, tx)
            try occasion.check(caller, or: permission)
            try precondition.check(Occasion.tag(occasion))
            var facts = occasion.facts
            guard facts.status == .active else { return try Occasions.named(occasion, tx) }
            guard facts.startsAt > tx.now else { throw Problem.alreadyStarted }
            facts.status = .cancelled
            try withdraw(occasion, caller.id, tx)
            return try record(
                OccasionEntries.cancelled(kind), facts, id, kind, by: caller, in: tx)
        }
    }

    private func record(
        _ entry: EntryKind<OccasionFacts>, _ facts: OccasionFacts, _ id: String,
        _ kind: OccasionKind, by caller: Caller, in tx: Transaction
    ) throws -> (Occasion, HostNames) {
        try journal.record(entry, facts, of: id, by: caller.id, in: tx)
        return try Occasions.named(found(id, kind, tx), tx)
    }
}

extension Occasion {
    /// Throws where it is somebody else's.
    fileprivate func check(_ caller: Caller, or permission: Permission) throws(Problem) {
        guard facts.host == caller.id || caller.permissions.contains(permission) else {
            throw .notYours
        }
    }
}
