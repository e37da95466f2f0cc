import CLinux
import Glibc
import HTTP
import Synchronization
import Time

/// One thread that serves many connections, and the executor of the tasks that answer them.
///
/// A turn of the loop takes what epoll reports, runs every job that became ready, fires the timers that
/// are due and sends what was written. Because the loop is a `TaskExecutor`, an `async` handler runs
/// here as if it were called directly, and nothing that belongs to a connection needs a lock: it is
/// touched on this thread only. The price is that whoever blocks here blocks all connections of the
/// loop.
package final class EventLoop: TaskExecutor, @unchecked Sendable {
    private static let listenerID = UInt64.max
    private static let wakeupID = UInt64.max - 1
    /// Connections accepted in one turn, before those that are open get theirs.
    private static let acceptsPerTurn = 64
    /// What one `recv` takes at most. The memory is shared by all connections of the loop.
    private static let receiveBytes = 64 * 1_024

    let handler: any Handler
    let limits: ServerLimits
    let times: ServerLimits.Milliseconds
    let gate: ConnectionGate
    package let statistics = Statistics()
    let received = UnsafeMutableRawBufferPointer.allocate(
        byteCount: receiveBytes, alignment: 16)
    /// Where answers are put together before they are sent: taken over by each in its turn.
    var scratch: [UInt8] = []
    /// Milliseconds of the monotonic clock when this turn began.
    private(set) var now: Int64
    /// Counts the turns.
    private(set) var turn = 0
    /// The value of the Date field, made anew each second.
    private(set) var date: [UInt8] = []
    private(set) var isDraining = false

    private let clock: Clock
    private let epoll: Epoll
    private let wakeup: Wakeup
    private var listener: Listener?
    private var reserve: Descriptor?
    private let inbox = Inbox()
    private let thread = Atomic<UInt>(0)
    private var jobs: [UnownedJob] = []
    private var table = ConnectionTable()
    private var wheel: TimerWheel
    private var dirty: [Connection] = []
    private var postponed: [Connection] = []
    private var dateSecond: Int64 = -1
    private var isStopped = false

    init(
        _ listener: consuming Listener, handler: any Handler, limits: ServerLimits,
        gate: ConnectionGate, clock: Clock
    ) throws(SystemError) {
        self.handler = handler
        self.limits = limits
        times = limits.milliseconds
        self.gate = gate
        self.clock = clock
        now = MonotonicClock.system.milliseconds
        wheel = TimerWheel(now: now)
        epoll = try Epoll()
        wakeup = try Wakeup()
        reserve = EventLoop.openReserve()
        try epoll.add(source: wakeup.descriptor, id: EventLoop.wakeupID)
        try epoll.add(source: listener.descriptor, id: EventLoop.listenerID)
        self.listener = consume listener
    }

    deinit {
        received.deallocate()
    }

    // MARK: Turns

    /// Serves until `stop`; the calling thread becomes the loop's.
    func run() {
        thread.store(UInt(pthread_self()), ordering: .releasing)
        while !isStopped {
            let isBusy = !jobs.isEmpty || !postponed.isEmpty
            let ready = epoll.wait(isBusy ? 0 : wheel.sleepTime(now: now))
            let began = MonotonicClock.system.nanoseconds
            now = began / 1_000_000
            turn += 1
            refreshDate()
            for event in ready { dispatch(event) }
            resumePostponed()
            runJobs()
            for slot in wheel.advance(to: now) { table[slot: slot]?.timerFired() }
            flushDirty()
            statistics.addTurn(microseconds: (MonotonicClock.system.nanoseconds - began) / 1_000)
        }
        end()
    }

    /// Closes what is open, and lets the tasks that this cancels see their end.
    private func end() {
        for connection in table.all { connection.vanish() }
        runJobs()
        thread.store(0, ordering: .releasing)
    }

    private func dispatch(_ event: clinux_event) {
        switch event.id {
        case EventLoop.listenerID: acceptWaiting()
        case EventLoop.wakeupID: takeInbox()
        default: table[id: event.id]?.becameReady(Readiness(rawValue: event.flags))
        }
    }

    private func runJobs() {
        guard !jobs.isEmpty else { return }
        let executor = asUnownedTaskExecutor()
        var index = 0
        while index < jobs.count {
            jobs[index].runSynchronously(on: executor)
            index += 1
        }
        jobs.removeAll(keepingCapacity: true)
    }

    private func resumePostponed() {
        guard !postponed.isEmpty else { return }
        let waiting = postponed
        postponed.removeAll(keepingCapacity: true)
        for connection in waiting { connection.readOn() }
    }

    private func flushDirty() {
        guard !dirty.isEmpty else { return }
        let written = dirty
        dirty.removeAll(keepingCapacity: true)
        for connection in written { connection.flush() }
    }

    private func refreshDate() {
        let present = clock.now
        guard present.seconds != dateSecond else { return }
        dateSecond = present.seconds
        date = HTTPDate.bytes(present)
    }

    // MARK: Work from elsewhere

    /// Whether the caller is on the loop's thread.
    var isCurrent: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if isCurrent {
            jobs.append(job)
        } else if inbox.add(.job(job)) {
            wakeup.ring()
        }
    }

    /// Runs a piece of work on the loop: now when this is its thread, else in its next turn.
    func execute(_ work: @escaping @Sendable () -> Void) {
        if isCurrent {
            work()
        } else if inbox.add(.work(work)) {
            wakeup.ring()
        }
    }

    private func takeInbox() {
        wakeup.silence()
        for item in inbox.takeAll() {
            switch item {
            case .job(let job): jobs.append(job)
            case .work(let work): work()
            }
        }
    }

    /// From now on every answer is the last of its connection.
    func closeBehindAnswers() {
        isDraining = true
    }

    /// Closes what is idle now, and everything else behind its next answer. New connections are
    /// answered still, once each.
    func drain() {
        isDraining = true
        for connection in table.all { connection.drain() }
    }

    /// Closes everything and ends the thread.
    func stop() {
        listener = nil
        isStopped = true
    }

    // MARK: Connections

    private func acceptWaiting() {
        // Another thread may have taken the descriptor that was given back last time.
        if reserve == nil { reserve = EventLoop.openReserve() }
        for _ in 0..<EventLoop.acceptsPerTurn {
            guard let (socket, peer) = listener?.accept() else {
                if errno == EMFILE || errno == ENFILE { turnOneAway() }
                return
            }
            statistics.accepted.add()
            guard let descriptor = Descriptor(socket) else { continue }
            open(descriptor, peer.address)
        }
    }

    private func open(_ socket: consuming Descriptor, _ peer: IPAddress) {
        if let refusal = gate.enter(peer) {
            statistics.add(refusal)
            turnAway(socket)
            return
        }
        Listener.setOption(socket.number, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        let place = table.reserve()
        guard epoll.add(connection: socket.number, id: place.id) else {
            table.release(place.slot)
            gate.leave(peer)
            return
        }
        let connection = Connection(socket, slot: place.slot, peer: peer, loop: self)
        table.fill(place.slot, connection)
        statistics.connections.add()
    }

    /// Says why, as far as the socket's buffer takes it at once, and closes.
    private func turnAway(_ socket: borrowing Descriptor) {
        let answer = handler.refuse(.tooManyConnections)
        let bytes = Connection.lastAnswer(answer, date: date)
        _ = bytes.withUnsafeBytes {
            send(socket.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        // What was sent already and stays unread would turn the close into a reset.
        _ = recv(socket.number, received.baseAddress, received.count, 0)
    }

    /// Out of descriptors: one is kept in reserve, so that whoever waits can at least be closed, instead
    /// of waking the loop for ever.
    private func turnOneAway() {
        statistics.add(.descriptors)
        reserve = nil
        if let (socket, _) = listener?.accept(), let descriptor = Descriptor(socket) {
            turnAway(descriptor)
        }
        reserve = EventLoop.openReserve()
    }

    private static func openReserve() -> Descriptor? {
        Descriptor(Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC))
    }

    /// Forgets a connection that has closed its socket.
    func remove(_ connection: Connection) {
        wheel.cancel(connection.slot)
        table.release(connection.slot)
        gate.leave(connection.peer)
        statistics.connections.add(-1)
    }

    /// How many connections are open.
    var connectionCount: Int { table.count }

    /// Sends what the connection has written at the end of this turn.
    func flushLater(_ connection: Connection) {
        dirty.append(connection)
    }

    /// Lets the connection read on in the next turn.
    func readLater(_ connection: Connection) {
        postponed.append(connection)
    }

    /// Wakes the connection not later than `time`. A timer that is set earlier stays: the connection
    /// sets it anew when it fires, which is cheaper than moving it with each request.
    func wake(_ connection: Connection, by time: Int64) {
        if let set = wheel.time(of: connection.slot), set <= time { return }
        wheel.schedule(connection.slot, at: time)
    }
}
