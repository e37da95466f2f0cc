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
    }

    private let told = Mutex(Stage.starting)
    private let checks: [HealthCheck]

    package init(checks: [HealthCheck] = []) {
        self.checks = checks
    }

    /// Moves to a stage of the server's life.
    package func enter(_ stage: Stage) {
        told.withLock { $0 = stage }
    }

    /// The stage, or `failing` where it would be `ready` but for a check.
    func stage() async -> Stage {
        let stage = told.withLock { $0 }
        guard stage == .ready else { return stage }
        return await report().isHealthy ? .ready : .failing
    }

    /// What every check says now.
    func report() async -> HealthReport {
        var states: [String: String] = [:]
        var isHealthy = true
        for check in checks {
            let passes = await check.passes()
            states[check.name] = passes ? check.good : check.bad
            isHealthy = isHealthy && passes
        }
        return HealthReport(isHealthy: isHealthy, states: states)
    }
}
