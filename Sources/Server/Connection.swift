import Glibc
import HTTP
import Posix

/// One client's connection: reads requests, has each answered by a task of its loop, in order, and
/// sends the answers.
///
/// Everything here happens on the loop's thread. Its other files: `+Reading`, `+Working` (the task of
/// a request), `+Writing`, `+Deadlines`, `+Body` (what a handler reads), `+Stream` (what it writes), `+Line` (what
/// stays open behind an answer).
final class Connection: @unchecked Sendable {
    /// Where the connection stands. Each request goes waiting → working → (draining) → waiting; the
    /// last one goes → closing → lingering → closed. Any may fall to closed.
    enum Phase {
        /// For the first byte of a request, or for the rest of its head.
        case waiting
        /// A task answers a request.
        case working
        /// The request is answered, and its body, which nobody wanted, is read and dropped.
        case draining
        /// The last answer is on its way out.
        case closing
        /// The last answer is out; what still comes in is dropped, so that no reset overtakes it.
        case lingering
        /// Upgraded: the bytes belong to somebody else.
        case tunnel
        /// Answered, and open for whoever has something to tell the client.
        case line
        case closed
    }

    let slot: Int
    let peer: IPAddress
    let loop: EventLoop
    var phase = Phase.waiting
    var reader = RequestReader()
    /// Whether `recv` might bring something (edge-triggered readiness).
    var canRead = false
    /// Whether the client has said that it sends no more.
    var peerFinished = false
    /// The request that is being answered.
    var work: Work?
    /// The line that the connection has become.
    var line: OpenLine?
    /// Bytes that wait to be sent, from `outputStart`.
    var output: [UInt8] = []
    var outputStart = 0
    /// How many bytes were dropped behind the last answer.
    var lingered = 0
    /// How many requests have been begun here.
    var requests = 0
    /// Answers given in the loop's turn `answersTurn`.
    var answers = 0
    var answersTurn = 0
    /// When what comes next has to be there, and when the client has to have taken some output.
    var deadline = Deadline(at: .max, for: .idle)
    var stallTime = Int64.max
    /// Whoever waits for this connection to become readable or to have room.
    var bodyWaiter: CheckedContinuation<[UInt8]?, any Error>?
    var roomWaiter: CheckedContinuation<Void, any Error>?

    private var socket: Descriptor?

    init(_ socket: consuming Descriptor, slot: Int, peer: IPAddress, loop: EventLoop) {
        self.slot = slot
        self.peer = peer
        self.loop = loop
        self.socket = consume socket
        // A server that stops doesn't wait for somebody who says nothing.
        setDeadline(.idle, in: loop.isDraining ? loop.times.halfClosed : loop.times.idle)
    }

    /// The socket's number, or -1 when it is closed.
    var socketNumber: Int32 {
        switch socket {
        case .some(let socket): socket.number
        case .none: -1
        }
    }

    /// Takes what epoll reports.
    func becameReady(_ readiness: Readiness) {
        if readiness.contains(.broken) {
            vanish()
            return
        }
        if readiness.contains(.peerFinished) { peerFinished = true }
        if !readiness.isDisjoint(with: [.readable, .peerFinished]) { canRead = true }
        if readiness.contains(.writable), hasOutput { flush() }
        if canRead { readOn() }
        if peerFinished, phase == .working || phase == .tunnel { expectHalfClosed() }
    }

    /// The client is gone: nobody will read an answer, so the work on it ends.
    func vanish() {
        guard phase != .closed else { return }
        let task = work?.task
        close()
        task?.cancel()
    }

    /// What the client wanted can't be completed or isn't waited for; what was answered before still
    /// goes out.
    func abandon() {
        guard phase != .closed else { return }
        let task = work?.task
        closeBehindOutput()
        failWaiters(ClientGone())
        task?.cancel()
    }

    /// Closes the socket. A task that is still at work finds out when it reads or writes.
    func close() {
        guard phase != .closed else { return }
        phase = .closed
        socket = nil
        reader = RequestReader()
        output = []
        outputStart = 0
        failWaiters(ClientGone())
        dismissHolder()
        line = nil
        loop.remove(self)
    }

    /// The server stops: what is idle is closed now, what is at work closes behind its answer, and
    /// what would never end is told to.
    func drain() {
        switch phase {
        case .waiting where reader.hasInput: break
        case .waiting where hasOutput: closeBehindOutput()
        case .waiting: closeUnlessAsked()
        case .tunnel: work?.task?.cancel()
        case .line: endLine(.goingAway)
        case .working where work?.isEndless == true: work?.task?.cancel()
        default: break
        }
    }

    /// Closes, unless a request has just come in and nobody told of it yet.
    private func closeUnlessAsked() {
        canRead = true
        readOn()
        if phase == .waiting, !reader.hasInput { close() }
    }

    func failWaiters(_ error: any Error) {
        let body = bodyWaiter
        let room = roomWaiter
        bodyWaiter = nil
        roomWaiter = nil
        body?.resume(throwing: error)
        room?.resume(throwing: error)
    }
}
