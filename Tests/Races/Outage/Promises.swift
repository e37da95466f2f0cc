import Chance
import Synchronization

/// What was promised to whom, kept outside of the server.
final class Promises: Sendable {
    private struct State {
        var promises: [String: Promise] = [:]
        /// The keys of those that have no answer.
        var open: Set<String> = []
        /// The keys of those that somebody was told to have booked by.
        var booked: [String] = []
        var findings: [String] = []
    }

    private let state = Mutex(State())

    var all: [Promise] { state.withLock { Array($0.promises.values) } }
    var findings: [String] { state.withLock { $0.findings } }

    /// Those that got no answer.
    var open: [Promise] { state.withLock { state in state.open.compactMap { state.promises[$0] } } }

    /// Some of those that somebody was told to have booked by.
    func booked(_ count: Int, _ random: inout SeededGenerator) -> [Promise] {
        let places = (0..<count).map { _ in random.below(.max) }
        return state.withLock { state in
            guard !state.booked.isEmpty else { return [] }
            return places.compactMap { state.promises[state.booked[$0 % state.booked.count]] }
        }
    }

    func begin(_ promise: Promise) {
        state.withLock {
            $0.promises[promise.key] = promise
            $0.open.insert(promise.key)
        }
    }

    /// Notes an answer, and gives it back; nil where there was none, or one that nobody expects.
    @discardableResult
    func note(_ key: String, _ answered: Answered) -> Promise.Answer? {
        state.withLock { state in
            guard let reply = answered.reply, let promise = state.promises[key] else { return nil }
            guard let answer = promise.answer(reply) else {
                state.findings.append("\(answered.call): \(reply)")
                return nil
            }
            if promise.answer != .none, promise.answer != answer {
                state.findings.append("\(promise.answer) became \(answer): \(answered.call)")
            }
            if case .booked = promise.answer, !reply.isReplayed {
                state.findings.append("a second answer that is no replay: \(answered.call)")
            }
            if case .booked = answer, promise.answer == .none { state.booked.append(key) }
            state.promises[key]?.answer = answer
            state.open.remove(key)
            return answer
        }
    }

    func find(_ finding: String) {
        state.withLock { $0.findings.append(finding) }
    }
}
