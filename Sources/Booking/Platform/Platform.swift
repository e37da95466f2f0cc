import Time
import Web

/// What operators and developers ask the server about itself.
package struct Platform: Sendable {
    package let version: String
    package let clock: Clock
    package let readiness: Readiness
    package let metrics: MetricsPage
    /// Who may read the metrics; nobody is kept out while it is empty.
    package let metricsToken: String?

    package init(
        version: String, clock: Clock, readiness: Readiness, metrics: MetricsPage,
        metricsToken: String?
    ) {
        self.version = version
        self.clock = clock
        self.readiness = readiness
        self.metrics = metrics
        self.metricsToken = metricsToken
    }

    func health() async -> Health {
        Health(report: await readiness.report(), at: clock.now, version: version)
    }
}
