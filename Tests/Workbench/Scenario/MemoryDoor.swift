import HTTP

/// The handler itself: nothing is written or read on the way.
struct MemoryDoor: Door {
    private let handler: any Handler

    init(_ handler: any Handler) {
        self.handler = handler
    }

    func ask(_ question: Question) async throws -> RawAnswer {
        let exchange = MemoryExchange()
        let request: Request
        do throws(Refusal) {
            request = try Request(
                question.method, question.target, question.fields, body: question.body ?? [],
                exchange: exchange)
        } catch {
            return try await answer(handler.refuse(error), toHead: false)
        }
        let work = Task { [handler] in await handler.handle(request) }
        exchange.begin { work.cancel() }
        return try await answer(work.value, toHead: question.method == .head)
    }

    /// The response as a client would see it.
    private func answer(_ response: Response, toHead: Bool) async throws -> RawAnswer {
        var answer = RawAnswer(status: response.status.code)
        answer.fields = response.fields.pairs
        if toHead || response.status.forbidsBody { return answer }
        switch response.body {
        case .none, .upgrade: break
        case .line(_, let holder): holder.closed()
        case .bytes(let bytes): answer.body = bytes
        case .stream(_, let produce):
            let sink = MemorySink()
            try await produce(sink)
            answer.body = sink.bytes
        }
        return answer
    }
}
