/// Asks other servers over HTTP.
///
///     let client = WebClient(.https, addresses: .publicOnly, within: .seconds(15), atMost: 4_096, beyond: .dropped)
///     let answer = try await client.post(url, body, ["Content-Type": "application/json"])
///
/// A client is a value that says what may be asked and how long it may take. All of them share one thread,
/// which goes about hundreds of requests at once and keeps connections for the next: asking never blocks, and a
/// server that doesn't answer holds up nobody else's. A task that is cancelled gives its request up at once.
///
/// It follows no redirect: whoever gets one gets it as the answer. It checks certificates, ignores the
/// environment's proxies unless told otherwise, and gives up when an answer takes too long or grows too large,
/// whatever the other side does. Any status is an answer; what throws is a `WebClientError`, whose words name
/// no address, or a `CancellationError`.
package struct WebClient: Sendable {
    /// Which addresses may be asked.
    package enum Schemes: Sendable {
        case https
        /// Also http, but only to this machine: `localhost`, 127.0.0.0/8 and [::1].
        case httpsOrLoopback
        /// http to everybody: for addresses that the operator set.
        case any
    }

    package enum Proxies: Sendable {
        case none
        /// Those that `https_proxy` and its like name.
        case environment
    }

    /// What becomes of an answer whose body is larger than it may be.
    package enum Excess: Sendable {
        /// It is an error.
        case refused
        /// The beginning is the answer, and the rest is not waited for.
        case dropped
    }

    let schemes: Schemes
    let addresses: AddressPolicy
    let proxies: Proxies
    /// How long it may take to connect, and how long everything together.
    let connectLimit: Duration
    let limit: Duration
    /// How many bytes an answer's body may have.
    let bodyLimit: Int
    let excess: Excess

    package init(
        _ schemes: Schemes = .https, addresses: AddressPolicy = .any, proxies: Proxies = .none,
        connectWithin connectLimit: Duration = .seconds(3), within limit: Duration = .seconds(5),
        atMost bodyLimit: Int, beyond excess: Excess = .refused
    ) {
        self.schemes = schemes
        self.addresses = addresses
        self.proxies = proxies
        self.connectLimit = connectLimit
        self.limit = limit
        self.bodyLimit = bodyLimit
        self.excess = excess
    }

    /// Asks for what is at an address.
    package func get(
        _ url: String, _ fields: KeyValuePairs<String, String> = [:]
    ) async throws -> WebAnswer {
        try await run(WebRequest(url: url, fields: fields.map { ($0.key, $0.value) }, body: nil))
    }

    /// Sends a body to an address. What the body is, the fields say: there is no `Content-Type` but theirs.
    package func post(
        _ url: String, _ body: [UInt8], _ fields: KeyValuePairs<String, String>
    ) async throws -> WebAnswer {
        try await run(WebRequest(url: url, fields: fields.map { ($0.key, $0.value) }, body: body))
    }

    /// Throws what would keep a request from an address now: that it can't be read, that it may not be asked,
    /// that its name is nobody's. It resolves the name, and sends nothing to where it leads.
    ///
    /// What a name leads to may change, so every request is checked again where it connects.
    package func check(_ url: String) async throws {
        _ = try await run(WebRequest(url: url, fields: [], body: nil), for: .looking)
    }

    private func run(
        _ request: WebRequest, for purpose: AddressGate.Purpose = .connecting
    ) async throws -> WebAnswer {
        let errand = Errand(request, by: self, for: purpose)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if errand.await(continuation) { TransferLoop.shared.begin(errand) }
            }
        } onCancel: {
            TransferLoop.shared.withdraw(errand)
        }
    }
}
