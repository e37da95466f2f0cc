import Glibc
import JSON
import Testing
import Workbench

@Suite("A server that is told to stop")
struct StoppingTests {
    /// The pause is longer than any machine keeps a test waiting, and a second signal ends it.
    @Test("It says so to balancers and clients, and answers all the same")
    func drains() async throws {
        let roost = try await LiveRoost(["SHUTDOWN_DELAY_SECONDS": "300"])
        let slow = try roost.client()
        try slow.ask("GET /health")
        #expect(try !slow.answer().closes)
        roost.process.signal(SIGTERM)
        #expect(try await roost.process.line(saying: "stopping")["signal"] == "SIGTERM")
        try slow.ask("GET /health")
        let last = try slow.answer()
        #expect(last.status == 200)
        #expect(last.closes)
        #expect(try slow.ending() == .finished)
        let probe = try roost.get("/health/ready")
        #expect(probe.status == 503)
        #expect(probe.json == ["status": "draining"])
        #expect(probe.closes)
        roost.process.signal(SIGTERM)
        #expect(try await roost.process.end() == .signal(SIGTERM))
    }

    @Test("It ends in peace, and nobody gets in any more")
    func ends() async throws {
        let roost = try await LiveRoost(["SHUTDOWN_DELAY_SECONDS": "0.1"])
        #expect(try roost.get("/health").status == 200)
        roost.process.signal(SIGTERM)
        #expect(try await roost.process.end() == .exit(0))
        #expect(roost.process.lines.last?["message"] == "stopped")
        #expect(throws: RawClient.Failure.self) { try roost.client() }
    }

    @Test("A request that is half there is waited for")
    func half() async throws {
        let roost = try await LiveRoost()
        let slow = try roost.client()
        // Who was answered once was let in: a connection that still waits for that may be refused.
        try slow.ask("GET /health")
        #expect(try slow.answer().status == 200)
        try slow.send("GET /health HTTP/1.1\r\n")
        #expect(try roost.get("/health").status == 200)
        roost.process.signal(SIGTERM)
        _ = try await roost.process.line(saying: "stopping")
        try slow.send("Host: a\r\n\r\n")
        #expect(try slow.answer().closes)
        slow.close()
        #expect(try await roost.process.end() == .exit(0))
    }

    @Test("Idle connections do not hold it up, and a key press stops it too")
    func idle() async throws {
        let roost = try await LiveRoost()
        let idle = try roost.client()
        try idle.ask("GET /health")
        _ = try idle.answer()
        roost.process.signal(SIGINT)
        #expect(try await roost.process.end() == .exit(0))
        #expect(roost.process.lines(saying: "stopping").first?["signal"] == "SIGINT")
    }

    @Test(
        "A second signal ends it at once, whichever it is",
        arguments: [SIGTERM, SIGINT], [SIGTERM, SIGINT])
    func second(first: Int32, second: Int32) async throws {
        let roost = try await LiveRoost(["SHUTDOWN_DELAY_SECONDS": "60"])
        roost.process.signal(first)
        _ = try await roost.process.line(saying: "stopping")
        roost.process.signal(second)
        #expect(try await roost.process.end() == .signal(second))
    }
}
