/// Whose account a path names, where that decides.
enum Whose: String, CaseIterable, Sendable {
    case own = "one's own"
    case others = "another's"
}
