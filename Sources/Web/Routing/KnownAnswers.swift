import HTTP
import Synchronization

/// Answers that a route has given, by what was asked for, for as long as they are right.
///
/// Many ask the same before anything changes. What a route says that keeps its answers depends on the target
/// alone; whoever may not ask is refused before, and the layers add what is each request's own.
final class KnownAnswers: Sendable {
    private struct Known {
        let answer: Response
        let isRight: @Sendable () -> Bool

        /// The body, and about what the rest takes.
        var size: Int { answer.wholeBody.count + 1_024 }
    }

    private struct State {
        var answers: [[UInt8]: Known] = [:]
        var size = 0
    }

    private let state = Mutex(State())
    /// Whether anything was ever kept: of most routes that could, nothing ever is.
    private let isUsed = Atomic(false)
    private let capacity: Int

    /// `capacity` is how many bytes of bodies are kept, more or less.
    init(capacity: Int = 4_194_304) {
        self.capacity = capacity
    }

    /// The answer to a request, if it was given before and is still right.
    func answer(to request: Request) -> Response? {
        guard isUsed.load(ordering: .relaxed), case .none = request.body else { return nil }
        let key = KnownAnswers.key(of: request.target)
        guard let known = state.withLock({ $0.answers[key] }), known.isRight() else { return nil }
        return known.answer
    }

    /// Keeps an answer, with its tag. A full memory begins anew: what is asked for now comes back first.
    func keep(
        _ answer: Response, to request: Request, while isRight: @escaping @Sendable () -> Bool
    ) -> Response {
        var answer = answer
        Conditional.tag(&answer)
        let known = Known(answer: answer, isRight: isRight)
        let key = KnownAnswers.key(of: request.target)
        isUsed.store(true, ordering: .relaxed)
        state.withLock { state in
            state.size += known.size - (state.answers[key]?.size ?? 0)
            if state.size > capacity { state = State(size: known.size) }
            state.answers[key] = known
        }
        return answer
    }

    private static func key(of target: Target) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(target.path.count + 1 + (target.query?.count ?? 0))
        key += target.path
        if let query = target.query {
            key.append(UInt8(ascii: "?"))
            key += query
        }
        return key
    }
}
