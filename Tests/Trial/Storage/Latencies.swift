import Synchronization

/// How long writes took, by phases of a trial.
final class Latencies: Sendable {
    private let microseconds = Mutex<[Int32]>([])
    private let failed = Atomic(0)

    private let over = Atomic(false)

    /// Whether nobody measures any more.
    var isOver: Bool { over.load(ordering: .relaxed) }

    func end() {
        over.store(true, ordering: .relaxed)
    }

    var failures: Int { failed.load(ordering: .relaxed) }

    func add(_ duration: Duration) {
        let time = Int32(min(duration / .microseconds(1), 2e9))
        microseconds.withLock { $0.append(time) }
    }

    func addFailure(_ error: any Error) {
        if failed.add(1, ordering: .relaxed).oldValue == 0 { print("a write failed: \(error)") }
    }

    /// Measures a phase, prints it, and gives its p99 in microseconds.
    func during(_ phase: String, _ body: () async throws -> Void) async rethrows -> Int32 {
        microseconds.withLock { $0.removeAll(keepingCapacity: true) }
        let start = ContinuousClock.now
        try await body()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let times = microseconds.withLock { $0 }.sorted()
        guard !times.isEmpty else { return .max }
        let parts = [0.5, 0.99, 0.999, 1].map { part in
            times[min(times.count - 1, Int(Double(times.count) * part))]
        }
        let pace = Int(Double(times.count) / seconds)
        print(
            "\(phase): \(pace) writes/s for \(Int(seconds * 10)) ds; µs: p50 \(parts[0]), "
                + "p99 \(parts[1]), p99.9 \(parts[2]), most \(parts[3])")
        return parts[1]
    }
}
