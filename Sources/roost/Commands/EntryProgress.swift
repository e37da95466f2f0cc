import Time

/// How far the reading of a journal has come, told about once a second.
final class EntryProgress {
    private static let pause: Int64 = 1_000_000_000

    private let surroundings: Surroundings
    private let began = MonotonicClock.system.nanoseconds
    private var next: Int64

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
        next = began + EntryProgress.pause
    }

    func tell(_ done: Int, of total: Int) {
        let now = MonotonicClock.system.nanoseconds
        guard now >= next else { return }
        next = now + EntryProgress.pause
        surroundings.say("\(done) of \(total) entries\n")
    }

    /// `200000 entries, 61500 a second`
    func summary(of count: Int) -> String {
        let nanoseconds = max(1, MonotonicClock.system.nanoseconds - began)
        let pace = Int(Double(count) * 1_000_000_000 / Double(nanoseconds))
        return "\(count) entries, \(pace) a second"
    }
}
