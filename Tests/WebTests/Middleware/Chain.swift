import HTTP
import JSON

@testable import Web

/// Some layers above one answer, as a test wants them.
struct Chain {
    typealias Endpoint = @Sendable (Request, Context) async throws -> Response

    let layers: Layers
    var match = RouteMatch.found(Route.stub(.get, "/things/{id}"), parameters: ["1"])
    var client = IPAddress(v4: 0xC000_0201)

    init(_ list: any Middleware..., log: Log = LogLines().log(), endpoint: @escaping Endpoint) {
        layers = Layers(list, problems: ProblemResponses(log: log), endpoint: endpoint)
    }

    /// The layers above an answer that is always the same.
    init(_ list: any Middleware..., answer: Response) {
        layers = Layers(list, problems: ProblemResponses(log: LogLines().log())) { _, _ in answer }
    }

    func matching(_ route: Route) -> Chain {
        matching(.found(route, parameters: []))
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
        return await layers.handle(request, Context(client: client, match: match))
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
