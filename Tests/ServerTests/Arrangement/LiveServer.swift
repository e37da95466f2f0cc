import Glibc
import HTTP
import Posix
import Synchronization
import Workbench

@testable import Server

/// A server that listens on a free port of this machine while a test runs.
final class LiveServer: Sendable {
    private let server: Server
    private let isStopped = Mutex(false)
    private let stopping = Mutex<OwnThread?>(nil)

    fileprivate init(_ server: Server) {
        self.server = server
    }

    var address: SocketAddress { server.address }

    /// A client that has just connected.
    func client(
        _ host: String = "127.0.0.1", from source: String? = nil, receiveBuffer: Int32? = nil
    ) throws -> RawClient {
        try RawClient(
            host, port: server.address.port, from: source, receiveBuffer: receiveBuffer)
    }

    func sum(_ counter: KeyPath<Statistics, Counter>) -> Int {
        server.statistics.reduce(0) { $0 + $1[keyPath: counter].value }
    }

    var connections: Int { sum(\.connections) }
    var inFlight: Int { sum(\.inFlight) }

    func refusals(_ refusal: Statistics.Refusal) -> Int {
        server.statistics.reduce(0) { $0 + $1.count(of: refusal) }
    }

    func closeBehindAnswers() {
        server.closeBehindAnswers()
    }

    /// Stops in order, and says how long that took.
    func stop(within time: Duration) -> Duration {
        isStopped.withLock { $0 = true }
        return ContinuousClock().measure { server.stop(within: time) }
    }

    /// Stops in order on another thread; the note comes when it has.
    func stopAside(within time: Duration) throws -> Notes<Duration> {
        let stopped = Notes<Duration>()
        let thread = try OwnThread { stopped.add(self.stop(within: time)) }
        stopping.withLock { $0 = thread }
        return stopped
    }

    fileprivate func end() {
        stopping.withLock { $0 }?.join()
        guard !isStopped.withLock({ $0 }) else { return }
        server.stopNow()
    }
}

/// Serves with the given answers while the test does its part, and stops.
func serve(
    _ host: String = "127.0.0.1", workers: Int = 1, limits: ServerLimits = ServerLimits(),
    cores: Int = 2,
    answer: @escaping @Sendable (Request) async -> Response,
    while test: (LiveServer) throws -> Void
) throws {
    guard let address = IPAddress(host) else { throw RawClient.Failure.unexpected(host) }
    let server = LiveServer(
        try Server(
            SocketAddress(address, port: 0), workers: workers, handler: Answering(answer),
            limits: limits, cores: cores))
    defer { server.end() }
    try test(server)
}
