/// What sort of session it is.
enum SessionKind: String, CaseIterable, Sendable {
    case session
    /// It lasts for days.
    case retreat
}
