/// What a running server is for; defaults depend on it.
enum Environment: String, CaseIterable, Sendable {
    case development
    case test
    case production
}
