import Glibc
import HTTP
import Posix
import Synchronization
import Time

/// Serves HTTP/1.1 with one event loop per worker.
package final class Server: Sendable {
    /// Where it listens; the port is the real one, also when 0 asked for any.
    package let address: SocketAddress
    private let loops: [EventLoop]
    private let threads: [OwnThread]
    private let isStopped = Atomic(false)

    /// Binds and starts: from here on requests are answered.
    package init(
        _ address: SocketAddress, workers: Int, handler: any Handler,
        limits: ServerLimits = ServerLimits(), clock: Clock = .system,
        cores: Int = Processors.count
    ) throws(SystemError) {
        if address.port != 0 { try Listener.checkFree(address) }
        Server.raiseDescriptorLimit()
        let gate = ConnectionGate(limits)
        var place = address
        var loops: [EventLoop] = []
        for _ in 0..<max(1, workers) {
            let listener = try Listener(place)
            try listener.open()
            place = listener.address
            loops.append(
                try EventLoop(
                    listener, handler: handler, limits: limits, gate: gate, clock: clock,
                    hasOneCore: cores == 1))
        }
        self.address = place
        self.loops = loops
        var threads: [OwnThread] = []
        for loop in loops { threads.append(try OwnThread { loop.run() }) }
        self.threads = threads
    }

    /// What each loop has done.
    package var statistics: [Statistics] { loops.map(\.statistics) }

    /// From now on every answer is the last of its connection, so that clients come back to another
    /// server.
    package func closeBehindAnswers() {
        for loop in loops { loop.execute { loop.closeBehindAnswers() } }
    }

    /// Closes what is idle, waits until the rest is answered or the time is over, and ends the loops.
    /// Blocks the calling thread, which must not be a loop's.
    package func stop(within time: Duration) {
        for loop in loops { loop.execute { loop.drain() } }
        let (limit, clock) = (time.inMilliseconds, MonotonicClock.system)
        let end = clock.milliseconds + limit
        // Who comes at the very end could only be cut off.
        let lastCall = end - min(limit / 4, 2_000)
        while openConnections > 0, clock.milliseconds < lastCall { usleep(5_000) }
        for loop in loops { loop.execute { loop.stopAccepting() } }
        while openConnections > 0, clock.milliseconds < end { usleep(5_000) }
        stopNow()
    }

    /// Closes everything and ends the loops; only the first call does.
    package func stopNow() {
        guard !isStopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
        for loop in loops { loop.execute { loop.stop() } }
        for thread in threads { thread.join() }
    }

    private var openConnections: Int {
        loops.reduce(0) { $0 + $1.statistics.connections.value }
    }

    /// As many descriptors as the system allows: each connection takes one.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
