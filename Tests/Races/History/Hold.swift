/// When something that was written held: surely, and at most.
///
/// An episode took effect at some moment of it, so what it wrote held surely only from its end on, and
/// perhaps from its begin on. All moments are whole nanoseconds, and a moment belongs to both that meet in
/// it: nothing is called impossible that was not.
struct Hold {
    /// Empty where nothing is sure.
    let surely: Range<Int>
    let perhaps: Range<Int>

    /// - Parameters:
    ///   - ends: What ended it, and can only have come behind it.
    ///   - others: What would have ended it, if it came behind it, and that isn't known.
    init<Deed>(
        _ writing: Episode<Deed>, endedBy ends: [Episode<Deed>], others: [Episode<Deed>] = []
    ) {
        let followers = ends + others.filter { $0.begin > writing.end }
        let rivals = ends + others.filter { $0.end > writing.begin }
        let lastly = followers.map(\.end).min().map { $0 + 1 } ?? Int.max
        let firstly = rivals.map(\.begin).min() ?? Int.max
        perhaps = writing.begin..<max(writing.begin, lastly)
        surely = writing.end + 1..<max(writing.end + 1, firstly)
    }

    /// From a moment on, and for ever.
    init(from moment: Int, until end: Int = .max) {
        perhaps = moment..<end
        surely = moment..<end
    }
}
