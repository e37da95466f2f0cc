import Glibc
import HTTP
import JSON
import Server
import Time
import Web

/// A server with the web layer and a few routes that only trials need: one that answers, and one that
/// reads a JSON body. `trial serve PORT` runs it.
struct TrialServer {
    private let port: UInt16

    /// Nil for words that ask for something else.
    init?(_ words: [String]) {
        guard words.count == 2, words[0] == "serve", let port = UInt16(words[1]) else { return nil }
        self.port = port
    }

    func run() throws {
        let log = Log(.warning, clock: .system) { line in
            print(String(decoding: line, as: UTF8.self))
        }
        let ids = RequestIDs(process: UInt64.random(in: .min ... .max))
        let headers = SecurityHeaders(.http)
        let application = Application(
            try Router(routes), proxies: TrustedProxies([]),
            layers: [RequestID(ids), Compression(), headers, Conditional()],
            problems: ProblemResponses(log: log),
            refusals: RefusalAnswers(ids: ids, headers: headers, log: nil))
        let address = SocketAddress(IPAddress(v4: 0x7F00_0001), port: port)
        let signals = try EndSignals()
        let server = try Server(address, workers: Processors.count, handler: application)
        print("serving at http://\(server.address)")
        fflush(nil)
        _ = signals.wait()
        server.stop(within: .seconds(2))
    }

    private let area = Area("Trials", "What conformance and fuzzing need.")

    private var routes: [Route] {
        [
            Route(
                .get, "/api/v1/health", "Answers", in: area, access: .everyone,
                takes: Takes.nothing, gives: .ok(Answer<String>.text)
            ) { _ in "healthy" },
            Route(
                .post, "/api/v1/auth/login", "Reads a JSON body", in: area, access: .everyone,
                takes: Takes.json(Credentials.schema), gives: .noContent,
                problems: [.authenticationRequired]
            ) { _ in throw Problem.authenticationRequired },
        ]
    }
}
