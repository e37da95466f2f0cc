import Booking
import JSON
import Testing
import Workbench

@Suite("Readiness")
struct ReadinessTests {
    private func expect(
        _ desk: FrontDesk, _ status: Int, _ word: JSON,
        at location: SourceLocation = #_sourceLocation
    ) async throws {
        let answer = try await desk.get("/health/ready")
        #expect(answer.status == status, sourceLocation: location)
        #expect(answer.json == ["status": word], sourceLocation: location)
        #expect((answer["Retry-After"] != nil) == (status == 503), sourceLocation: location)
    }

    @Test("A server that starts is not ready", arguments: Way.allCases)
    func starting(way: Way) async throws {
        try await expect(FrontDesk(way), 503, "starting")
    }

    @Test("Then it is")
    func ready() async throws {
        let desk = try FrontDesk()
        desk.readiness.enter(.ready)
        try await expect(desk, 200, "ready")
    }

    @Test("It is not while a part fails")
    func failing() async throws {
        let desk = try FrontDesk()
        desk.readiness.enter(.ready)
        desk.loseDatabase()
        try await expect(desk, 503, "failing")
    }

    @Test("It is not once it was told to stop, whatever its parts do")
    func draining() async throws {
        let desk = try FrontDesk()
        desk.readiness.enter(.draining)
        try await expect(desk, 503, "draining")
        desk.loseDatabase()
        try await expect(desk, 503, "draining")
    }
}
