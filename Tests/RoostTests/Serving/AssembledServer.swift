import HTTP
import Web
import Workbench

@testable import roost

/// The application as a server has it, with all its layers, asked in memory or over a socket.
struct AssembledServer: Sendable {
    private let scenario: Scenario

    init(_ way: Way = .inMemory, _ variables: [String: String] = [:]) throws {
        let configuration = try Deployment(variables: variables).configuration()
        let log = Log(.error, clock: .system) { _ in }
        let application = try Assembly(configuration: configuration, log: log).application()
        scenario = try Scenario(application, way)
    }

    func ask(
        _ method: HTTP.Method, _ target: String, _ fields: (String, String)...
    ) async throws -> RawAnswer {
        try await scenario.ask(method, target, fields)
    }
}
