import HTTP

/// What one loop has done, readable from any thread while it works.
package final class Statistics: Sendable {
    /// Why a client was cut off.
    package enum Refusal: Int, CaseIterable, Sendable {
        case connections
        case connectionsPerAddress
        case descriptors
        case headTime
        case bodyTime
        case requestTime
        case stallTime
        case malformed
        case pongTime
        case lag
    }

    /// Upper bounds of the buckets for a loop's turns, in microseconds.
    package static let turnBounds: [Int64] = [
        100, 500, 1_000, 5_000, 10_000, 50_000, 100_000, 1_000_000,
    ]

    package let accepted = Counter()
    package let connections = Counter()
    package let requests = Counter()
    package let inFlight = Counter()
    package let bytesRead = Counter()
    package let bytesWritten = Counter()
    package let turnMicroseconds = Counter()
    /// Lines that are open, and what was sent on any.
    package let webSockets = Counter()
    package let eventStreams = Counter()
    package let lineMessages = Counter()
    private let refusals: [Counter]
    private let turns: [Counter]

    init() {
        refusals = Refusal.allCases.map { _ in Counter() }
        turns = (0...Statistics.turnBounds.count).map { _ in Counter() }
    }

    package func count(of refusal: Refusal) -> Int { refusals[refusal.rawValue].value }

    /// How many turns took up to each of `turnBounds`, and how many took longer.
    package var turnCounts: [Int] { turns.map(\.value) }

    func count(of line: LineKind) -> Counter {
        switch line {
        case .webSocket: webSockets
        case .pieces: eventStreams
        }
    }

    func add(_ refusal: Refusal) {
        refusals[refusal.rawValue].add()
    }

    /// Notes how long the loop was busy between two waits: every other connection waited so long.
    func addTurn(microseconds: Int64) {
        let bounds = Statistics.turnBounds
        var index = 0
        while index < bounds.count, microseconds > bounds[index] { index += 1 }
        turns[index].add()
        turnMicroseconds.add(Int(microseconds))
    }
}
