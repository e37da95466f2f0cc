import HTTP
import Synchronization
import Time

/// Somebody who listens, on a WebSocket or a stream of events. Between two notices it is this and a connection:
/// nothing runs for it.
final class Listener: LineHolder {
    /// How notices are written.
    enum Form: Sendable {
        case messages
        /// With the client's place in the journal, if it has been here before.
        case events(after: Int?)
    }

    private enum Stage {
        /// Has still to say who it is, by then.
        case unproven(until: Instant)
        /// Is told of what it has missed; what happens meanwhile waits.
        case catchingUp([LiveNotice])
        case live
        case over
    }

    private struct State {
        var stage: Stage
        var line: (any Line)?
        var claims: AccessClaims?
        /// Notices up to this entry are told by catching up.
        var place = 0
        /// Texts that came in lately.
        var texts = 0
        /// Whether more has happened than could wait.
        var hasMissed = false
        var isDrained = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    /// What may wait while somebody catches up. Who needs longer is told to look at the lists.
    private static let mostHeld = 500
    /// Texts that a client may send at once, and then each time that it is looked at.
    private static let mostTexts = 50
    private static let textsEachTime = 2

    let form: Form
    private let hub: LiveHub
    private let state: Mutex<State>

    init(_ form: Form, _ claims: AccessClaims?, _ hub: LiveHub, provenUntil time: Instant) {
        self.form = form
        self.hub = hub
        state = Mutex(State(stage: .unproven(until: time), claims: claims))
    }

    /// Whose listener it is, as far as it is known.
    var claims: AccessClaims? { state.withLock { $0.claims } }

    // MARK: What the connection tells

    func opened(_ line: any Line) {
        let claims = state.withLock { state in
            state.line = line
            return state.claims
        }
        hub.opened(self)
        if case .events = form { line.send(LiveHub.retry) }
        if let claims { hub.admit(self, claims) }
    }

    func received(_ text: [UInt8]) {
        let isFlood = state.withLock { state in
            state.texts += 1
            return state.texts > Listener.mostTexts
        }
        if isFlood {
            end(Closing(.policyViolation, "too many messages"))
        } else if let token = LiveMessage.token(in: text) {
            hub.identify(self, token)
        } else if claims == nil {
            end(Closing(.unauthorized, #"say {"type":"auth","token":"…"} first"#))
        }
    }

    func drained() {
        let waiter = state.withLock { state in
            state.isDrained = true
            return state.waiter.take()
        }
        waiter?.resume()
    }

    func closed() {
        let waiter = state.withLock { state in
            state.stage = .over
            state.line = nil
            return state.waiter.take()
        }
        waiter?.resume()
        hub.remove(self)
    }

    // MARK: What the hub does

    func end(_ closing: Closing) {
        state.withLock { $0.line }?.end(closing)
    }

    /// Whoever it was is who it says now: what happens from here on waits until it has caught up.
    func prove(_ claims: AccessClaims) {
        state.withLock { state in
            state.claims = claims
            if case .unproven = state.stage { state.stage = .catchingUp([]) }
        }
    }

    func send(_ message: [UInt8]) {
        state.withLock { $0.line }?.send(message)
    }

    /// Tells it now, or when it has caught up. The lock makes sure of the order.
    func offer(_ notice: LiveNotice) {
        state.withLock { state in
            switch state.stage {
            case .live where notice.seq > state.place: state.line?.send(notice.bytes(form))
            case .catchingUp(let held) where held.count < Listener.mostHeld:
                state.stage = .catchingUp(held + [notice])
            case .catchingUp: state.hasMissed = true
            case .live, .unproven, .over: break
            }
        }
    }

    /// Ends the catching up, which has told of everything up to an entry.
    func goLive(from place: Int) {
        state.withLock { state in
            guard case .catchingUp(let held) = state.stage else { return }
            state.stage = .live
            state.place = place
            if case .events = form {
                state.line?.send(LiveNotice(seq: place, json: LiveMessage.ready).bytes(form))
            }
            for notice in held where notice.seq > place { state.line?.send(notice.bytes(form)) }
            if state.hasMissed {
                state.line?.send(LiveNotice(seq: place, json: LiveMessage.reload).bytes(form))
            }
        }
    }

    /// Sends several notices and returns when the client has taken them; false when it is gone.
    func tell(_ notices: [LiveNotice]) async -> Bool {
        state.withLock { state in
            state.isDrained = false
            for notice in notices { state.line?.send(notice.bytes(form)) }
        }
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.line == nil || state.isDrained || notices.isEmpty { return true }
                state.waiter = continuation
                return false
            }
            if isThere { continuation.resume() }
        }
        return state.withLock { $0.line != nil }
    }

    /// Whether it should have said by now who it is. What it has said is forgiven a little.
    func isLate(at now: Instant) -> Bool {
        state.withLock { state in
            state.texts = max(0, state.texts - Listener.textsEachTime)
            guard state.claims == nil, case .unproven(let end) = state.stage else { return false }
            return end <= now
        }
    }
}
