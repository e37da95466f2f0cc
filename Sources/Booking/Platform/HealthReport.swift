/// What the checks found.
struct HealthReport: Sendable {
    private let results: [(check: HealthCheck, passes: Bool)]

    init(_ results: [(check: HealthCheck, passes: Bool)]) {
        self.results = results
    }

    var isHealthy: Bool { results.allSatisfy(\.passes) }

    /// What the check of this name says; nil where there is none.
    func state(of name: String) -> String? {
        guard let result = results.first(where: { $0.check.name == name }) else { return nil }
        return result.passes ? result.check.good : result.check.bad
    }
}
