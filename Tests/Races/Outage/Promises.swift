import Synchronization

/// What was promised to whom, kept outside of the server.
final class Promises: Sendable {
    private struct State {
        var promises: [String: Promise] = [:]
        var findings: [String] = []
    }

    private let state = Mutex(State())

    var all: [Promise] { state.withLock { Array($0.promises.values) } }
    var findings: [String] { state.withLock { $0.findings } }

    /// Those that got no answer.
    var open: [Promise] { all.filter { $0.answer == .none } }

    /// The bookings that somebody was told to have.
    var booked: [Promise] {
        all.filter { if case .booked = $0.answer { true } else { false } }
    }

    func begin(_ promise: Promise) {
        state.withLock { $0.promises[promise.key] = promise }
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
            state.promises[key]?.answer = answer
            return answer
        }
    }

    func find(_ finding: String) {
        state.withLock { $0.findings.append(finding) }
    }
}
