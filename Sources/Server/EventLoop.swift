import CLinux
import Glibc
import HTTP
import Posix
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
    static let listenerID = UInt64.max
    private static let wakeupID = UInt64.max - 1
    /// Connections accepted in one turn, before those that are open get theirs.
    static let acceptsPerTurn = 64
    /// How long the listener rests, in milliseconds, when there is no descriptor for anybody.
    static let acceptPause: Int64 = 100
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
    let epoll: Epoll
    private let wakeup: Wakeup
    var listener: Listener?
    var reserve: Descriptor?
    /// When the listener is listened to again, if it isn't now.
    var acceptsAgain: Int64?
    private let inbox = Inbox()
    private let thread = Atomic<UInt>(0)
    private var jobs: [UnownedJob] = []
    private var running: [UnownedJob] = []
    var table = ConnectionTable()
    private var wheel: TimerWheel
    private var dirty: [Connection] = []
    private var spares: [[UInt8]] = []
    private var postponed: [Connection] = []
    private var dateSecond: Int64 = -1
    private var isStopped = false
    /// Whether several tasks run in this turn: then their answers are sent one right behind the other.
    ///
    /// A client that waits is woken by the first of them, which costs more than sending, and is awake still
    /// for the others.
    private(set) var isCrowded = false
    /// How many answers wait for each other: the first of them less than a millisecond.
    private static let answersAtOnce = 16
    /// Whether another thread could only run instead of this one.
    private let hasOneCore: Bool
    /// For how long, in nanoseconds, one turn follows another before other threads come.
    private static let patience: Int64 = 5_000_000

    init(
        _ listener: consuming Listener, handler: any Handler, limits: ServerLimits,
        gate: ConnectionGate, clock: Clock, hasOneCore: Bool = false
    ) throws(SystemError) {
        self.handler = handler
        self.limits = limits
        times = limits.milliseconds
        self.gate = gate
        self.clock = clock
        self.hasOneCore = hasOneCore
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
            // Other threads come when there is all that this turn has for them, and not for the first of it.
            Signals.together {
                takeTurn(epoll.wait(isBusy ? 0 : sleepTime))
                takeMoreTurns()
            }
        }
        end()
    }

    /// On a single core other threads come when nothing is left to do here, or after a while. Then they find what all
    /// clients have for them that are there, and do it once: each time costs a sync and two changes of threads.
    private func takeMoreTurns() {
        guard hasOneCore else { return }
        let end = MonotonicClock.system.nanoseconds + EventLoop.patience
        while !isStopped, MonotonicClock.system.nanoseconds < end {
            let ready = epoll.wait(0)
            guard isBusy || !ready.isEmpty else { return }
            takeTurn(ready)
        }
    }

    private func takeTurn(_ ready: UnsafeBufferPointer<clinux_event>) {
        let began = MonotonicClock.system.nanoseconds
        now = began / 1_000_000
        turn += 1
        refreshDate()
        for event in ready { dispatch(event) }
        resumeAccepting()
        resumePostponed()
        runJobs(since: began)
        for slot in wheel.advance(to: now) { table[slot: slot]?.timerFired() }
        flushDirty()
        statistics.addTurn(microseconds: (MonotonicClock.system.nanoseconds - began) / 1_000)
    }

    private var isBusy: Bool { !jobs.isEmpty || !postponed.isEmpty }

    /// Closes what is open, and lets the tasks that this cancels see their end.
    private func end() {
        for connection in table.all { connection.vanish() }
        while !jobs.isEmpty { runJobs(since: .min / 2) }
        thread.store(0, ordering: .releasing)
    }

    private var sleepTime: Int32 {
        let untilTimer = wheel.sleepTime(now: now)
        guard acceptsAgain != nil else { return untilTimer }
        let pause = Int32(EventLoop.acceptPause)
        return untilTimer < 0 ? pause : min(untilTimer, pause)
    }

    private func dispatch(_ event: clinux_event) {
        switch event.id {
        case EventLoop.listenerID: acceptWaiting()
        case EventLoop.wakeupID: takeInbox()
        default: table[id: event.id]?.becameReady(Readiness(rawValue: event.flags))
        }
    }

    /// Runs what is ready, and what that makes ready, for a millisecond. A task that yields more often
    /// than that, because its work is long, goes on in the next turn: others come in between.
    private func runJobs(since began: Int64) {
        guard !jobs.isEmpty else { return }
        let executor = asUnownedTaskExecutor()
        repeat {
            swap(&jobs, &running)
            isCrowded = running.count > 1
            for job in running {
                job.runSynchronously(on: executor)
                if dirty.count >= EventLoop.answersAtOnce { flushDirty() }
            }
            running.removeAll(keepingCapacity: true)
        } while !jobs.isEmpty && MonotonicClock.system.nanoseconds - began < 1_000_000
        isCrowded = false
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
            Signals.send(to: self) { self.wakeup.ring() }
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

    /// Runs a piece of work in the loop's next turn, whoever calls.
    func executeLater(_ work: @escaping @Sendable () -> Void) {
        if inbox.add(.work(work)) { wakeup.ring() }
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

    /// Lets nobody in any more.
    func stopAccepting() {
        listener = nil
    }

    /// Closes everything and ends the thread.
    func stop() {
        listener = nil
        isStopped = true
    }

    // MARK: Connections

    /// Forgets a connection that has closed its socket.
    func remove(_ connection: Connection) {
        wheel.cancel(connection.slot)
        table.release(connection.slot)
        gate.leave(connection.peer)
        statistics.connections.add(-1)
    }

    /// Sends what the connection has written at the end of this turn.
    func flushLater(_ connection: Connection) {
        dirty.append(connection)
    }

    /// Memory for output: that of an answer which is out already, as long as there is one.
    func spareOutput() -> [UInt8] {
        spares.popLast() ?? []
    }

    /// Keeps the memory of output that is out, for the next answers. There are as many as wait for each other;
    /// what is much longer than most answers goes.
    func keep(output: consuming [UInt8]) {
        guard spares.count < EventLoop.answersAtOnce, output.capacity <= 4_096 else { return }
        output.removeAll(keepingCapacity: true)
        spares.append(output)
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
