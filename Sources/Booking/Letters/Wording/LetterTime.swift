import Time

/// When something is, as the clocks of its place show it.
struct LetterTime: Equatable, Sendable {
    let start: LocalTime
    let end: LocalTime?
    /// The place's name in the IANA database, with blanks as people write it: `America/New York`.
    let zone: String

    init(from start: LocalTime, to end: LocalTime?, in zone: String) {
        self.start = start
        self.end = end
        self.zone = zone.replacing("_", with: " ")
    }
}
