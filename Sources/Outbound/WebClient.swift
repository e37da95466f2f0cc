import CCurl
import Posix

/// Asks other servers over HTTP.
///
/// It follows no redirect: whoever gets one gets it as the answer. It checks certificates, ignores the
/// environment's proxies unless told otherwise, and gives up when an answer takes too long or grows too
/// large, whatever the other side does.
package struct WebClient: Sendable {
    /// Which addresses may be asked.
    package enum Schemes: Sendable {
        case https
        /// Also http, but only to this machine: `localhost`, 127.0.0.0/8 and [::1].
        case httpsOrLoopback
    }

    package enum Proxies: Sendable {
        case none
        /// Those that `https_proxy` and its like name.
        case environment
    }

    let schemes: Schemes
    let proxies: Proxies
    /// How long it may take to connect, and how long everything together.
    let connectLimit: Duration
    let limit: Duration
    /// How many bytes an answer's body may have.
    let bodyLimit: Int

    package init(
        _ schemes: Schemes = .https, proxies: Proxies = .none,
        connectWithin connectLimit: Duration = .seconds(3), within limit: Duration = .seconds(5),
        atMost bodyLimit: Int
    ) {
        self.schemes = schemes
        self.proxies = proxies
        self.connectLimit = connectLimit
        self.limit = limit
        self.bodyLimit = bodyLimit
    }

    /// Asks, and waits for the answer without blocking: a thread of its own does that. Throws a
    /// `WebClientError`, or that there can be no more threads.
    package func get(_ url: String) async throws -> WebAnswer {
        let outcome = Outcome()
        try await OwnThread.run {
            outcome.set(Result { () throws(WebClientError) in try getBlocking(url) })
        }
        return try outcome.get()
    }

    /// Asks, and blocks the thread until the answer is there. Never call it on an event loop.
    package func getBlocking(_ url: String) throws(WebClientError) -> WebAnswer {
        let transfer = try Transfer(to: WebAddress.reading(url, schemes))
        try transfer.setUp(self)
        return try transfer.run(atMost: bodyLimit)
    }
}
