import SQLite
import Synchronization

/// How long writes took, by phases of a trial.
final class Latencies: Sendable {
    private let microseconds = Mutex<[Int32]>([])
    private let failed = Atomic(0)
    private let over = Atomic(false)
    private let longestLog = Atomic(0)

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

    /// Looks how long the log gets.
    func watch(_ statistics: DatabaseStatistics) async {
        while !isOver {
            longestLog.max(statistics.logBytes, ordering: .relaxed)
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Measures a phase, prints it, and gives its p99 in microseconds.
    func during(_ phase: String, _ body: () async throws -> Void) async rethrows -> Int32 {
        microseconds.withLock { $0.removeAll(keepingCapacity: true) }
        longestLog.store(0, ordering: .relaxed)
        let start = ContinuousClock.now
        try await body()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let times = microseconds.withLock { $0 }.sorted()
        guard !times.isEmpty else { return .max }
        let parts = [0.5, 0.99, 0.999, 1].map { part in
            Double(times[min(times.count - 1, Int(Double(times.count) * part))] / 100) / 10
        }
        print(
            "\(phase): \(Int(Double(times.count) / seconds)) writes/s for \(Int(seconds)) s; "
                + "ms: p50 \(parts[0]), p99 \(parts[1]), p99.9 \(parts[2]), most \(parts[3]); "
                + "log up to \(longestLog.load(ordering: .relaxed) >> 20) MiB")
        return times[min(times.count - 1, Int(Double(times.count) * 0.99))]
    }
}
