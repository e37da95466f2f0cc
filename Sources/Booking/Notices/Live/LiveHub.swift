import HTTP
import SQLite
import Synchronization
import Time
import Web

/// Everybody who listens now, and the one task that reads the journal for them all.
///
/// The task begins with the first listener and ends with the last: without any, a booking costs nothing here. It is
/// told of entries by the journal's watch and reads them itself, so neither the writer nor a loop waits for it.
///
/// Who begins to listen is enlisted first and asks then how far the journal goes: what is behind that is told as it
/// happens, what is before it by catching up, nothing twice and nothing never.
package final class LiveHub: Sendable {
    /// Somebody has a phone, a tablet and a few tabs.
    static let mostOfAccount = 10
    /// How long somebody may take to say who they are, in milliseconds.
    private static let provingTime: Int64 = 10_000
    /// When a browser comes again whose stream has ended: not all of them at once, if it was the server's end.
    static let retry = ServerSentEvent.retry(after: 3_000)
    /// Two look-ups take microseconds; this is for a machine that is in trouble.
    private static let readingTime = Duration.seconds(2)

    private struct State {
        /// Everybody whose line is open.
        var all: Set<ObjectIdentifier> = []
        var byAccount: [String: [Listener]] = [:]
        var unproven: [ObjectIdentifier: Listener] = [:]
        var isFollowing = false
    }

    let database: Database
    let doorkeeper: Doorkeeper
    let clock: Clock
    let log: Log
    private let watch: JournalWatch
    private let most: Int
    private let state = Mutex(State())

    /// At most so many may listen.
    package init(
        _ journal: Journal, in database: Database, doorkeeper: Doorkeeper, clock: Clock, log: Log,
        atMost most: Int
    ) {
        watch = journal.watch
        self.database = database
        self.doorkeeper = doorkeeper
        self.clock = clock
        self.log = log
        self.most = most
    }

    /// How many listen.
    var count: Int { state.withLock { $0.all.count } }

    /// Refuses whoever would be one too many, as far as it can be told beforehand.
    func checkRoom(for account: String?) throws(Problem) {
        let (all, own) = state.withLock { state in
            (state.all.count, account.map { state.byAccount[$0]?.count ?? 0 } ?? 0)
        }
        guard all < most else { throw .tooManyListeners }
        guard own < LiveHub.mostOfAccount else { throw .tooManyListeners }
    }

    func listener(_ form: Listener.Form, _ claims: AccessClaims?) -> Listener {
        let end = Instant(milliseconds: clock.now.milliseconds + LiveHub.provingTime)
        return Listener(form, claims, self, provenUntil: end)
    }

    // MARK: Coming and going

    func opened(_ listener: Listener) {
        let isRoom = state.withLock { state in
            guard state.all.count < most else { return false }
            state.all.insert(ObjectIdentifier(listener))
            if listener.claims == nil { state.unproven[ObjectIdentifier(listener)] = listener }
            return true
        }
        if isRoom { follow(for: listener) } else { listener.end(.tooMany) }
    }

    /// Takes a token that came in a message, at first or when an earlier one is about to expire.
    func identify(_ listener: Listener, _ token: [UInt8]) {
        do {
            let claims = try doorkeeper.claims(with: token[...])
            guard let earlier = listener.claims else { return admit(listener, claims) }
            guard earlier.subject == claims.subject else {
                return listener.end(Closing(.unauthorized, "the token is somebody else's"))
            }
            listener.prove(claims)
            if case .messages = listener.form { listener.send(LiveMessage.ready) }
        } catch {
            listener.end(Closing(.unauthorized, "the token is not valid"))
        }
    }

    /// Lets somebody listen who has proved who they are.
    func admit(_ listener: Listener, _ claims: AccessClaims) {
        listener.prove(claims)
        let isRoom = state.withLock { state in
            state.unproven[ObjectIdentifier(listener)] = nil
            guard state.all.contains(ObjectIdentifier(listener)) else { return false }
            guard state.byAccount[claims.subject, default: []].count < LiveHub.mostOfAccount else {
                return false
            }
            state.byAccount[claims.subject, default: []].append(listener)
            return true
        }
        guard isRoom else { return listener.end(.tooMany) }
        if case .messages = listener.form { listener.send(LiveMessage.ready) }
        catchUp(listener, claims.subject)
    }

    func remove(_ listener: Listener) {
        let account = listener.claims?.subject
        state.withLock { state in
            state.all.remove(ObjectIdentifier(listener))
            state.unproven[ObjectIdentifier(listener)] = nil
            guard let account, let own = state.byAccount[account] else { return }
            let rest = own.filter { $0 !== listener }
            state.byAccount[account] = rest.isEmpty ? nil : rest
        }
    }

    /// Most have missed nothing, which two look-ups tell.
    private func catchUp(_ listener: Listener, _ account: String) {
        do {
            let (place, leads) = try database.read(within: LiveHub.readingTime) { reader in
                (try LiveEntry.newest(reader), try notices(of: account).leadsAnything(reader))
            }
            let replay = Replayed(
                listener: listener, account: account, place: place, database: database,
                notices: notices(of: account))
            if case .events(let after?) = listener.form {
                replay.begin(after: after, log)
            } else if leads {
                replay.begin(after: nil, log)
            } else {
                listener.goLive(from: place)
            }
        } catch {
            listener.end(.later)
        }
    }

    func notices(of account: String) -> HostNotices {
        HostNotices(of: account, since: clock.now - HostNotices.reach)
    }

    // MARK: Following

    private func follow(for listener: Listener) {
        guard !state.withLock({ $0.isFollowing }) else { return }
        do {
            // Read before anybody can count on it: whoever finds it following asks the journal later.
            let place = try database.read(within: LiveHub.readingTime, LiveEntry.newest)
            let begins = state.withLock { state in
                defer { state.isFollowing = true }
                return !state.isFollowing
            }
            guard begins else { return }
            Task { [self] in
                var follower = LiveFollower(hub: self, watch: watch, place: place)
                await follower.run()
            }
        } catch {
            log.error("notices can't be followed", ["error": "\(error)"])
            listener.end(.later)
        }
    }

    /// Whether anybody listens still; if not, whoever asks is to end.
    func goesOn() -> Bool {
        state.withLock { state in
            if state.all.isEmpty { state.isFollowing = false }
            return state.isFollowing
        }
    }

    var isNobodyProven: Bool { state.withLock { $0.byAccount.isEmpty } }

    /// Which of these accounts listen.
    func listening(_ accounts: Set<String>) -> [String: [Listener]] {
        state.withLock { state in
            var found: [String: [Listener]] = [:]
            for account in accounts { found[account] = state.byAccount[account] }
            return found
        }
    }

    /// Everybody who has proved who they are, and everybody who has not.
    var everybody: (proven: [Listener], unproven: [Listener]) {
        state.withLock { ($0.byAccount.values.flatMap(\.self), Array($0.unproven.values)) }
    }
}

extension Closing {
    static var tooMany: Closing { Closing(.tryAgainLater, "too many are listening") }
    static var later: Closing { Closing(.tryAgainLater, "try again later") }
}

extension Problem {
    static var tooManyListeners: Problem {
        Problem(.tooManyRequests, "too_many_listeners", "Too many are listening.")
            .saying("Somebody may listen \(LiveHub.mostOfAccount) times at once.")
            .adding(.retryAfter, "5")
    }
}
