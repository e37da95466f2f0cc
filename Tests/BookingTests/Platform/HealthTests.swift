import JSON
import Testing
import Workbench

@Suite("Health")
struct HealthTests {
    static let paths = ["/health", "/api/v1/health"]

    @Test("A server whose parts all work is healthy", arguments: paths, Way.allCases)
    func healthy(path: String, way: Way) async throws {
        let answer = try await FrontDesk(way).get(path)
        #expect(answer.status == 200)
        #expect(
            answer.json == [
                "status": "healthy", "service": "backend",
                "timestamp": "2026-01-15T09:00:00.000Z", "database": "connected",
                "version": "1.2.3",
            ])
    }

    @Test("A server without its database is not, and says when to ask again", arguments: paths)
    func unhealthy(path: String) async throws {
        let desk = try FrontDesk()
        desk.loseDatabase()
        let answer = try await desk.get(path)
        #expect(answer.status == 503)
        #expect(
            answer.json == [
                "status": "unhealthy", "service": "backend",
                "timestamp": "2026-01-15T09:00:00.000Z", "database": "disconnected",
                "version": "1.2.3",
            ])
        #expect(answer["Retry-After"] == "5")
    }

    @Test("Whether requests should come does not make it ill")
    func draining() async throws {
        let desk = try FrontDesk()
        desk.readiness.enter(.draining)
        #expect(try await desk.get("/health").status == 200)
    }

    @Test("The process lives, whatever its parts do")
    func live() async throws {
        let desk = try FrontDesk()
        desk.loseDatabase()
        desk.readiness.enter(.draining)
        let answer = try await desk.get("/health/live")
        #expect(answer.status == 200)
        #expect(answer.json == ["status": "alive"])
    }

    @Test(
        "Answers in which the time stands have no tag",
        arguments: paths + ["/health/ready", "/metrics"])
    func untagged(path: String) async throws {
        let desk = try FrontDesk()
        desk.readiness.enter(.ready)
        #expect(try await desk.get(path)["ETag"] == nil)
        #expect(try await desk.get(path, ("If-None-Match", "*")).status == 200)
    }

    @Test("Probes may ask by HEAD", arguments: paths + ["/health/live"])
    func head(path: String) async throws {
        let answer = try await FrontDesk(.overSocket).head(path)
        #expect(answer.status == 200)
        #expect(answer.body.isEmpty)
    }
}
