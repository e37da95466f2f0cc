import HTTP
import Testing

@testable import Web

@Suite("Time limit")
struct TimeLimitTests {
    let exchange = TestExchange()

    @Test("A route that declares a limit gets it, the others keep the server's")
    func limits() async throws {
        let chain = Chain(TimeLimit(), answer: .json("{}"))
        _ = try await chain.send(exchange: exchange)
        #expect(exchange.limit == nil)
        let patient = chain.matching(Route.stub(.get, "/journal", timeLimit: .seconds(40)))
        _ = try await patient.send(exchange: exchange)
        #expect(exchange.limit == .seconds(40))
    }

    @Test("Work that was cancelled because its time was over is a 504")
    func timeout() async throws {
        exchange.runOutOfTime()
        let chain = Chain(TimeLimit()) { _, _ in throw CancellationError() }
        let response = try await chain.send(exchange: exchange)
        #expect(response.status == .gatewayTimeout)
        #expect(response.code == "timeout")
    }

    @Test("A refusal that was decided in the last moment is told")
    func late() async throws {
        exchange.runOutOfTime()
        let chain = Chain(TimeLimit()) { _, _ in
            throw Problem(.conflict, "session_full", "Full.")
        }
        #expect(try await chain.send(exchange: exchange).code == "session_full")
    }
}
