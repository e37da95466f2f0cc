/// `trial commits FILE`: what it brings to commit many writes together. The file, and those beside it, are
/// made anew for each run.
struct CommitCommand {
    static let usage = "commits FILE [--rounds 5] [--writes 10000] [--readers 2]"

    /// Who writes at the same time: as many as the connections of a bench.
    private static let callers = 64
    private static let sizes = [1, 8, 128]

    private let path: String
    private var rounds = 5
    private var writes = 10_000
    private var readers = 2

    /// Nil where the arguments are none of this command's.
    init?(_ arguments: [String]) {
        guard arguments.count >= 2, arguments[0] == "commits" else { return nil }
        path = arguments[1]
        var rest = arguments.dropFirst(2)
        while let flag = rest.popFirst() {
            guard let value = rest.popFirst().flatMap(Int.init), value >= 0 else { return nil }
            switch flag {
            case "--rounds": rounds = value
            case "--writes": writes = value
            case "--readers": readers = value
            default: return nil
            }
        }
    }

    /// Runs and prints. The runs take turns, so that whatever else the machine does meets all of them.
    func run() async throws {
        print("\(CommitCommand.callers) callers, \(writes) bookings a run")
        var figures: [Int: [CommitFigures]] = [:]
        for _ in 0..<rounds {
            for size in CommitCommand.sizes {
                let figure = try await CommitRun(
                    path, groupSize: size, callers: CommitCommand.callers, writes: writes,
                    readers: 0
                ).run()
                print(figure)
                figures[size, default: []].append(figure)
            }
        }
        printMedians(figures)
        guard readers > 0 else { return }
        let figure = try await CommitRun(
            path, groupSize: 128, callers: CommitCommand.callers, writes: 5 * writes,
            readers: readers
        ).run()
        print("\(5 * writes) beside \(readers) threads that read without a pause:")
        print(figure)
    }

    private func printMedians(_ figures: [Int: [CommitFigures]]) {
        var alone: Double?
        for size in CommitCommand.sizes {
            let paces = (figures[size] ?? []).map(\.pace).sorted()
            guard !paces.isEmpty else { return }
            let median = paces[paces.count / 2]
            let times = Double(Int(median / (alone ?? median) * 100)) / 100
            print("at most \(size) a commit: median \(Int(median)) writes/s, \(times) times")
            alone = alone ?? median
        }
    }
}
