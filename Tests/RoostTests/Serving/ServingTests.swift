import JSON
import Testing
import Workbench

@Suite("A server that runs")
struct ServingTests {
    @Test("It answers soon after it was started, on each of its loops")
    func answers() async throws {
        let start = ContinuousClock.now
        let roost = try await LiveRoost()
        #expect(try roost.get("/health").json?["status"] == "healthy")
        #expect(ContinuousClock.now - start < .seconds(60))
        for _ in 0..<40 { #expect(try roost.get("/health/live").status == 200) }
        let metrics = try roost.get("/metrics").text
        for loop in ["0", "1"] {
            let name = "roost_loop_turn_seconds_count{loop=\"\(loop)\"} "
            let line = try #require(metrics.split(separator: "\n").first { $0.hasPrefix(name) })
            #expect(try #require(Int(line.dropFirst(name.count))) > 4)
        }
    }

    @Test("It is ready, and its first line says where, what and which documents")
    func announces() async throws {
        let roost = try await LiveRoost(["PUBLIC_URL": "https://studio.example"])
        #expect(try roost.get("/health/ready").status == 200)
        let line = try await roost.process.line(saying: "listening")
        #expect(line["address"] == .string("127.0.0.1:\(roost.port)"))
        #expect(line["docs"] == "https://studio.example/docs")
        #expect(line["environment"] == "development")
        #expect(line["level"] == "info")
        #expect(roost.process.complained == "")
    }

    @Test("A line of the access log tells of the request, and nothing that could be secret")
    func accessLog() async throws {
        let roost = try await LiveRoost()
        _ = try roost.get(
            "/health?password=hidden", ("Authorization", "Bearer hidden"),
            ("X-Request-ID", "abc-1"))
        _ = try roost.get("/hidden/path")
        roost.process.signal(15)
        _ = try await roost.process.end()
        let lines = roost.process.lines(saying: "request")
        try #require(lines.count == 2)
        guard case .object(let members) = lines[0] else { return }
        #expect(
            members.map(\.name) == [
                "time", "level", "message", "method", "route", "status", "bytes", "ms",
                "request_id",
            ])
        #expect(lines[0]["route"] == "/health")
        #expect(lines[0]["method"] == "GET")
        #expect(lines[0]["status"] == 200)
        #expect(lines[0]["request_id"] == "abc-1")
        #expect(lines[1]["route"] == "unmatched")
        #expect(lines[1]["status"] == 404)
        #expect(!roost.process.said.contains("hidden"))
    }

    @Test("With the access log off, requests leave no line; the server's own life does")
    func noAccessLog() async throws {
        let roost = try await LiveRoost(["ACCESS_LOG": "off"])
        #expect(try roost.get("/health").status == 200)
        let client = try roost.client()
        try client.send("no request\r\n\r\n")
        #expect(try client.answer().status == 400)
        roost.process.signal(15)
        #expect(try await roost.process.end() == .exit(0))
        let messages = roost.process.lines.map { $0["message"] }
        #expect(messages.first == "migrated")
        #expect(
            messages.filter { $0 != "migrated" } == ["listening", "stopping", "stopped"])
    }

    @Test("With a token set, only it opens the metrics")
    func metricsToken() async throws {
        let roost = try await LiveRoost(["METRICS_TOKEN": "scrape-me-if-you-can"])
        #expect(try roost.get("/metrics").status == 401)
        let answer = try roost.get("/metrics", ("Authorization", "Bearer scrape-me-if-you-can"))
        #expect(answer.status == 200)
        for name in [
            "roost_http_requests_in_flight", "roost_connections", "process_open_fds",
            "roost_http_request_duration_seconds_bucket", "roost_cut_off_total",
            "roost_rate_limited_total", "process_resident_memory_bytes",
        ] {
            #expect(answer.text.contains("\n\(name)"), "\(name)")
        }
    }
}
