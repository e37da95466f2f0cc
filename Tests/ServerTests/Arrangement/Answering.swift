import HTTP

/// A handler that a test writes on the spot.
struct Answering: Handler {
    private let answer: @Sendable (Request) async -> Response

    init(_ answer: @escaping @Sendable (Request) async -> Response) {
        self.answer = answer
    }

    func handle(_ request: Request) async -> Response {
        await answer(request)
    }

    func refuse(_ refusal: Refusal) -> Response {
        Response(refusal.status, body: .bytes(Array(refusal.code.utf8)))
    }
}
