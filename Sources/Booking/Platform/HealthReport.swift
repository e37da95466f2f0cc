/// What the checks found, by the name of each.
struct HealthReport: Sendable {
    let isHealthy: Bool
    let states: [String: String]
}
