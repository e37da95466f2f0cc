import JSON
import Time

/// What the health routes answer.
struct Health {
    let report: HealthReport
    let at: Instant
    let version: String

    static let answer: Answer<Health> = .object(
        "Health",
        [
            .init("status", .oneOf(["healthy", "unhealthy"]), "Whether requests can be served.") {
                $0.report.isHealthy ? "healthy" : "unhealthy"
            },
            .init("service", .text, "Always `backend`.") { _ in "backend" },
            .init("timestamp", .instant, "The server's clock.") { $0.at },
            .init("database", omittable: .text, "`connected`, or `disconnected`.") {
                $0.report.states["database"]
            },
            .init("version", .text, "The version of the server.") { $0.version },
        ])
}

/// What the liveness probe answers.
struct Liveness {
    static let answer: Answer<Liveness> = .object(
        "Liveness",
        [.init("status", .oneOf(["alive"]), "The process answers.") { _ in "alive" }])
}

extension Readiness.Stage {
    static let answer: Answer<Readiness.Stage> = .object(
        "Readiness",
        [
            .init("status", .oneOf(Readiness.Stage.allCases), "Only `ready` takes requests.") { $0 }
        ])
}

/// What the root tells programs.
struct Landing {
    let version: String

    static let answer: Answer<Landing> = .object(
        "Landing",
        [
            .init("name", .text, "The software.") { _ in "Roost" },
            .init("version", .text, "Its version.") { $0.version },
            .init("api", .text, "Where the API begins.") { _ in "/api/v1" },
            .init("docs", .text, "Where it is documented.") { _ in "/docs" },
            .init("openapi", .text, "The same for programs.") { _ in "/openapi.json" },
            .init("health", .text, "Whether it is well.") { _ in "/health" },
        ])
}
