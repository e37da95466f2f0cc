/// What one client may cost, in time and number. The numbers are those of any large public server;
/// tests bring shorter times.
package struct ServerLimits: Sendable {
    /// From a head's first byte to its last. A head is one packet; who needs longer is holding on.
    package var headTime = Duration.seconds(10)
    /// Between an answer and the next request: long enough for a person to click again.
    package var idleTime = Duration.seconds(60)
    /// A body must bring `bodyRate` bytes a second, looked at each time `bodyTime` has passed.
    package var bodyTime = Duration.seconds(30)
    /// Bytes a second: a tenth of the slowest mobile network that is still in use.
    package var bodyRate = 500
    /// The work on a request, unless the handler sets another limit.
    package var requestTime = Duration.seconds(10)
    /// How long a handler may take to stop after its time is over.
    package var stopTime = Duration.seconds(5)
    /// How long a client may take nothing of an answer that waits for it.
    package var stallTime = Duration.seconds(30)
    /// How often a line shows that it is alive, and how long a client may take to show the same: half of what
    /// proxies usually wait for.
    package var beatTime = Duration.seconds(30)
    /// A client that closed its side may only be half closed and still read: so long it is waited for.
    package var halfClosedTime = Duration.seconds(1)
    /// How long, and how many bytes, are read and dropped behind a last answer, so that it arrives
    /// (RFC 9112 section 9.6).
    package var lingerTime = Duration.seconds(2)
    package var lingerBytes = 4 * 1_024 * 1_024
    /// An unread body up to this size is read and dropped to keep the connection.
    package var drainBytes = 64 * 1_024
    /// Requests on one connection; then it is closed, so that load spreads over the loops again.
    package var requestsPerConnection = 1_000
    /// Pipelined requests answered in one turn, before other connections get theirs.
    package var pipelined = 64
    /// Connections at once, of all clients and of one address.
    package var connections = 10_000
    package var connectionsPerAddress = 1_000
    /// A streaming handler waits once so much of its answer has not been taken by the client; who listens on a line
    /// is cut off.
    package var outputBytes = 64 * 1_024

    package init() {}
}
