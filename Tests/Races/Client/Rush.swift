import Posix

/// Many clients that begin at the same moment, each with a connection of its own, served by few threads.
///
/// Threads for each would rather measure the system's scheduler; and what one thread does between two
/// requests is little.
package struct Rush: Sendable {
    package let port: UInt16
    package let threads: Int

    package init(port: UInt16, threads: Int = 2) {
        self.port = port
        self.threads = threads
    }

    /// Returns when every errand is done. It waits for as long as anybody is answered within the patience.
    package func run(_ errands: [any Errand]) throws {
        let start = StartingGun(threads)
        let running = try (0..<threads).map { number in
            let share = errands.indices.filter { $0 % threads == number }.map { errands[$0] }
            return try OwnThread { [port] in
                var runners = Runners(share, port, start)
                runners.run()
            }
        }
        for thread in running { thread.join() }
        if let failure = start.failure { throw failure }
    }
}
