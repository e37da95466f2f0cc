import Synchronization

/// What many clients were told, written down by all of them.
package final class Notebook<Deed: Sendable>: Sendable {
    private struct State {
        var history: [Episode<Deed>] = []
        var numbers: [String: Int] = [:]
        var findings: [String] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var history: [Episode<Deed>] { state.withLock { $0.history } }

    /// What should never have happened.
    package var findings: [String] { state.withLock { $0.findings } }

    /// The numbers that bookings have here, by their ids.
    package var numbers: [String: Int] { state.withLock { $0.numbers } }

    package func note(_ answered: Answered, _ deed: Deed) {
        state.withLock { $0.history.append(answered.episode(deed)) }
    }

    /// Notes an answer that nobody expects.
    package func find(_ answered: Answered) {
        let reply = answered.reply.map(\.description) ?? "no answer"
        state.withLock { $0.findings.append("\(answered.call): \(reply)") }
    }

    /// A number for a booking: the same for the same id.
    package func number(of id: String) -> Int {
        state.withLock { state in
            let number = state.numbers[id] ?? state.numbers.count
            state.numbers[id] = number
            return number
        }
    }
}
