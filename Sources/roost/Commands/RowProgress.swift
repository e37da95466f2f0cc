import Time

/// How far work on the rows of a file has come, told about once a second.
final class RowProgress {
    private static let pause: Int64 = 1_000_000_000

    private let work: String
    private let surroundings: Surroundings
    private var next = MonotonicClock.system.nanoseconds + RowProgress.pause

    /// `work` is what is done to so many rows: "looked at".
    init(_ work: String, _ surroundings: Surroundings) {
        self.work = work
        self.surroundings = surroundings
    }

    func tell(_ count: Int) {
        let now = MonotonicClock.system.nanoseconds
        guard now >= next else { return }
        next = now + RowProgress.pause
        surroundings.say("\(work) \(count) rows\n")
    }
}
