import Booking
import JSON
import Testing
import Web
import Workbench

@Suite("What operators ask")
struct PlatformTests {
    private let visitors = Metric.gauge("visitors", "Who is here.") { 3 }

    @Test("The root names the server and where to go on", arguments: Way.allCases)
    func landing(way: Way) async throws {
        let answer = try await FrontDesk(way).get("/")
        #expect(
            answer.json == [
                "name": "Roost", "version": "1.2.3", "api": "/api/v1", "docs": "/docs",
                "openapi": "/openapi.json", "health": "/health",
            ])
    }

    @Test("Every place that the root names is there")
    func links() async throws {
        let desk = try FrontDesk()
        for path in ["/docs", "/openapi.json", "/health"] {
            #expect(try await desk.get(path).status == 200)
        }
    }

    @Test("The metrics come in Prometheus' text format", arguments: Way.allCases)
    func metrics(way: Way) async throws {
        let answer = try await FrontDesk(way, metrics: [visitors]).get("/metrics")
        #expect(answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(
            answer.text == """
                # HELP visitors Who is here.
                # TYPE visitors gauge
                visitors 3

                """)
    }

    @Test("With a token set, only it opens the metrics", arguments: [nil, "wrong", "right"])
    func metricsToken(token: String?) async throws {
        let desk = try FrontDesk(metrics: [visitors], metricsToken: "right")
        let fields = token.map { [("Authorization", "Bearer \($0)")] } ?? []
        let answer = try await desk.get("/metrics", fields)
        #expect(answer.status == (token == "right" ? 200 : 401))
        #expect(answer.text.contains("visitors 3") == (token == "right"))
    }

    @Test("Probes and metrics are never limited; everything else is")
    func limits() throws {
        let unlimited = try FrontDesk().features.table.filter { $0.limit == .none }.map(\.template)
        #expect(
            unlimited == ["/health", "/api/v1/health", "/health/live", "/health/ready", "/metrics"])
    }
}
