import HTTP
import JSON

@testable import Web

/// Some layers above one answer, as a test wants them.
struct Chain {
    typealias Endpoint = @Sendable (Request, Context) async throws -> Response

    private let application: Application
    private let endpoint: Endpoint
    private var match: RouteMatch
    private var client = IPAddress(v4: 0xC000_0201)

    init(_ list: any Middleware..., log: Log = LogLines().log(), endpoint: @escaping Endpoint) {
        self.init(list, log, endpoint)
    }

    /// The layers above an answer that is always the same.
    init(_ list: any Middleware..., answer: Response) {
        self.init(list, LogLines().log()) { _, _ in answer }
    }

    private init(_ list: [any Middleware], _ log: Log, _ endpoint: @escaping Endpoint) {
        self.endpoint = endpoint
        application = .ofTests(layers: list, log: log)
        match = .found(Route.stub(.get, "/things/{id}").answering(endpoint), parameters: ["1"])
    }

    func matching(_ route: Route) -> Chain {
        matching(.found(route.answering(endpoint), parameters: []))
    }

    func matching(_ match: RouteMatch) -> Chain {
        var copy = self
        copy.match = match
        return copy
    }

    func from(_ client: String) -> Chain {
        var copy = self
        copy.client = IPAddress(client) ?? copy.client
        return copy
    }

    func send(
        _ method: Method = .get, _ target: String = "/things/1", _ fields: [(String, String)] = [],
        exchange: TestExchange = TestExchange()
    ) async throws -> Response {
        let request = try Request(method, target, fields, exchange: exchange)
        return await application.answer(request, Context(client: client, match: match))
    }
}

extension Response {
    /// An answer with a JSON body, for tests.
    static func json(_ text: String, status: Status = .ok) -> Response {
        Response(
            status, ResponseFields([.contentType: "application/json"]),
            body: .bytes(Array(text.utf8)))
    }

    var bodyBytes: [UInt8] {
        if case .bytes(let bytes) = body { return bytes }
        return []
    }

    var text: String { String(decoding: bodyBytes, as: UTF8.self) }

    /// The code of the problem that the answer tells of.
    var code: String? {
        guard case .string(let code)? = (try? JSON.parse(bodyBytes))?["code"] else { return nil }
        return code
    }
}
