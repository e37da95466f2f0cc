enum Mood: String, CaseIterable, Sendable {
    case calm
    case wild
}
