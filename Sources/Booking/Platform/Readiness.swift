import Synchronization

/// Whether the server should get requests: what balancers ask before they send any.
package final class Readiness: Sendable {
    package enum Stage: String, CaseIterable, Sendable {
        case starting
        case ready
        /// Told to stop: what is begun is finished, and new requests should go elsewhere.
        case draining
        /// A part that requests need does not answer.
        case failing
        /// The disk takes nothing: reading goes on.
        case readOnly = "read_only"
        /// More changes wait than can be made soon.
        case overloaded
    }

    private let told = Mutex(Stage.starting)
    private let checks: [HealthCheck]
    private let obstacle: @Sendable () -> Stage?

    /// `obstacle` says what keeps a server whose parts are well from taking requests.
    package init(
        checks: [HealthCheck] = [], obstacle: @escaping @Sendable () -> Stage? = { nil }
    ) {
        self.checks = checks
        self.obstacle = obstacle
    }

    /// Moves to a stage of the server's life.
    package func enter(_ stage: Stage) {
        told.withLock { $0 = stage }
    }

    /// The stage, or why it isn't `ready` where it would be.
    func stage() -> Stage {
        let stage = told.withLock { $0 }
        guard stage == .ready else { return stage }
        guard report().isHealthy else { return .failing }
        return obstacle() ?? .ready
    }

    /// What every check says now.
    func report() -> HealthReport {
        HealthReport(checks.map { (check: $0, passes: $0.passes()) })
    }
}
