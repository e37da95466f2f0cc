/// Who may become a facilitator.
enum FacilitatorSignup: String, CaseIterable, Sendable {
    /// Everybody who registers as one.
    case open
    /// Whom an admin makes one.
    case closed
}
