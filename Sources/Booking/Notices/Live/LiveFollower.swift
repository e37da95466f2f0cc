import HTTP
import SQLite
import Time

/// Reads the journal as it grows, and tells whoever listens what concerns them.
struct LiveFollower {
    /// Entries that are read at once: some milliseconds, so that the first of many are told while the rest is read.
    private static let entriesAtOnce = 256
    /// What is read is in memory mostly; this is for a machine that is in trouble.
    private static let readingTime = Duration.seconds(10)
    /// How often everybody is looked at: what was taken away from somebody has to end within a second.
    private static let checkPause = Duration.milliseconds(500)
    /// How long to wait after a failure, and where many wait for the journal already.
    private static let pause = Duration.milliseconds(200)

    let hub: LiveHub
    let watch: JournalWatch
    /// Entries up to this one have been told.
    var place: Int
    private var checked = ContinuousClock.now
    private var changes: Int

    init(hub: LiveHub, watch: JournalWatch, place: Int) {
        self.hub = hub
        self.watch = watch
        self.place = place
        changes = hub.doorkeeper.changes
    }

    /// Returns when nobody listens any more.
    mutating func run() async {
        var hasFailed = false
        while hub.goesOn() {
            do {
                try await turn()
                hasFailed = false
            } catch {
                if !hasFailed { hub.log.error("notices can't be read", ["error": "\(error)"]) }
                hasFailed = true
                try? await Task.sleep(for: LiveFollower.pause)
            }
            check()
        }
    }

    /// Tells what there is, or waits for more. Whoever enlists first and looks then misses nothing.
    private mutating func turn() async throws {
        guard let waiter = watch.enlist(after: place, of: .everything) else {
            if try tellNext() == 0 { try await Task.sleep(for: LiveFollower.pause) }
            return
        }
        defer { watch.dismiss(waiter) }
        guard try tellNext() == 0 else { return await Task.yield() }
        // A watch that is closed says at once that there is something, again and again.
        if watch.isClosed { return try await Task.sleep(for: LiveFollower.pause / 10) }
        await waiter.wait(upTo: LiveFollower.checkPause)
    }

    /// Tells of the next entries; how many there were, also of those that concern nobody here.
    private mutating func tellNext() throws -> Int {
        let (from, hub) = (place, hub)
        let (end, count) = try hub.database.read(within: LiveFollower.readingTime) { reader in
            // Whoever begins to listen after this look asks the journal later, and finds what is passed over here.
            let newest = try LiveEntry.newest(reader)
            if hub.isNobodyProven { return (end: max(from, newest), count: 0) }
            let part = try LiveEntry.read(
                after: from, limit: LiveFollower.entriesAtOnce, reader)
            let listening = hub.listening(
                part.entries.reduce(into: []) { $0.formUnion($1.concerned) })
            if !listening.isEmpty {
                for entry in part.entries { try LiveFollower.tell(entry, listening, reader) }
            }
            return (end: part.end, count: part.count)
        }
        place = end
        return count
    }

    private static func tell(
        _ entry: LiveEntry, _ listening: [String: [Listener]], _ reader: Reader
    ) throws {
        let customers = listening[entry.user] ?? []
        let hosts = entry.isNew ? entry.host.flatMap { listening[$0] } ?? [] : []
        guard !customers.isEmpty || !hosts.isEmpty else { return }
        let view = entry.isLast ? nil : try BookingViews.view(entry.booking, reader)
        if !customers.isEmpty {
            let notice = LiveNotice.toCustomer(entry, view)
            for listener in customers { listener.offer(notice) }
        }
        if !hosts.isEmpty, let view {
            let notice = LiveNotice.toHost(entry, view)
            for listener in hosts { listener.offer(notice) }
        }
    }

    // MARK: Those who may not listen any more

    /// Ends what goes on without right: tokens that have expired, accounts and sign-ins that were ended, and whoever
    /// never said who they are.
    private mutating func check() {
        let time = ContinuousClock.now
        guard time - checked >= LiveFollower.checkPause else { return }
        checked = time
        let (now, changes) = (hub.clock.now, hub.doorkeeper.changes)
        let hasChanged = changes != self.changes
        self.changes = changes
        let (proven, unproven) = hub.everybody
        for listener in proven {
            if let end = ending(of: listener, hasChanged, at: now) { listener.end(end) }
        }
        for listener in unproven + proven where listener.isLate(at: now) {
            listener.end(Closing(.unauthorized, "nobody said who is listening"))
        }
    }

    private func ending(
        of listener: Listener, _ hasChanged: Bool, at now: Instant
    ) -> Closing? {
        guard let claims = listener.claims else { return nil }
        guard claims.expires > now else { return Closing(.unauthorized, "the token has expired") }
        guard hasChanged else { return nil }
        do {
            try hub.doorkeeper.check(claims)
            return nil
        } catch {
            return Closing(.unauthorized, "the token is not valid any more")
        }
    }
}

extension LiveEntry {
    /// The accounts that it may be told to.
    fileprivate var concerned: Set<String> {
        guard isNew, let host else { return [user] }
        return [user, host]
    }
}
