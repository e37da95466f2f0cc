import HTTP
import Testing
import Web
import Workbench

/// A small API with a route of every kind, in all the layers that a server has, and its guests:
/// Anna, who may write, and Ben, who may not.
struct Harbour: Sendable {
    /// How often credentials were verified.
    let verified: Tally
    let lines: LogLines
    private let scenario: Scenario

    static let boat = "/api/v1/boats/\(Boat().id)"
    static let ledgerToken = "ledger-secret"

    init(
        _ way: Way = .inMemory, rates: [RatePolicy: RateRule] = [:],
        origins: CORS.AllowedOrigins = .none
    ) throws {
        let verified = Tally()
        let lines = LogLines()
        self.verified = verified
        self.lines = lines
        let authentication = Authentication { request in
            verified.add(1)
            return try Harbour.guest(request)
        }
        scenario = try Scenario(
            Harbour.application(lines.log(), rates, origins, authentication), way)
    }

    /// The layers in the order in which the server has them.
    private static func application(
        _ log: Log, _ rates: [RatePolicy: RateRule], _ origins: CORS.AllowedOrigins,
        _ authentication: Authentication
    ) throws -> Application {
        let router = try Router(Harbour.table.strict)
        let ids = RequestIDs(process: 7)
        let headers = SecurityHeaders(.http)
        let layers: [any Middleware] = [
            RequestID(ids),
            Measure(
                RequestDurations(router.routes), clock: TestTime().monotonic,
                accessLog: AccessLog(log)),
            Compression(), headers, CORS(allowOrigin: origins),
            RateLimit(
                rates, table: RateTable(clients: 128), refusals: RateRefusals(),
                authentication: authentication, clock: TestTime().monotonic),
            authentication, TimeLimit(), Conditional(),
        ]
        return Application(
            router, proxies: TrustedProxies([]), layers: layers,
            problems: ProblemResponses(log: log),
            refusals: RefusalAnswers(ids: ids, headers: headers, log: log))
    }

    private static func guest(_ request: Request) throws -> Caller? {
        switch request.fields[.authorization] {
        case nil: return nil
        case "Bearer anna": return Caller(id: "anna", signIn: "1", permissions: ["boats:write"])
        case "Bearer ben": return Caller(id: "ben", signIn: "2", permissions: [])
        default: throw Problem(.unauthorized, "invalid_token", "The token is not valid.")
        }
    }

    /// The answer to a request by a guest, with a JSON body if there is one.
    func ask(
        _ method: Method, _ target: String, as guest: String? = nil,
        _ fields: [(String, String)] = [], json: String? = nil
    ) async throws -> RawAnswer {
        var fields = fields
        if let guest { fields.append(("Authorization", "Bearer \(guest)")) }
        if json != nil { fields.append(("Content-Type", "application/json")) }
        return try await scenario.ask(method, target, fields, body: json.map { Array($0.utf8) })
    }

    /// The answer to a request with exactly these fields.
    func send(
        _ method: Method, _ target: String, _ fields: [(String, String)], body: String
    ) async throws -> RawAnswer {
        try await scenario.ask(method, target, fields, body: Array(body.utf8))
    }

    func ask(_ question: Question) async throws -> RawAnswer {
        try await scenario.ask(question)
    }

    /// The answer to these bytes, which may be no request.
    func say(_ text: String) async throws -> RawAnswer {
        try await scenario.say(text)
    }

    /// The answer to Anna, who brings a boat as these bytes of this type.
    func bring(_ body: [UInt8]?, type: String? = "application/json") async throws -> RawAnswer {
        var fields = [("Authorization", "Bearer anna")]
        if let type { fields.append(("Content-Type", type)) }
        return try await scenario.ask(.post, "/api/v1/boats", fields, body: body)
    }

    func bring(_ body: String, type: String? = "application/json") async throws -> RawAnswer {
        try await bring(Array(body.utf8), type: type)
    }
}
