import HTTP

extension Response {
    static func text(_ text: String, _ status: Status = .ok) -> Response {
        Response(status, body: .bytes(Array(text.utf8)))
    }

    /// What a stream sends; nil stands for a length that is not known before.
    static func stream(
        _ length: Int? = nil, _ produce: @escaping @Sendable (any BodySink) async throws -> Void
    ) -> Response {
        Response(.ok, body: .stream(length: length, produce))
    }

    /// A stream that would never end by itself.
    static func endless(
        _ produce: @escaping @Sendable (any BodySink) async throws -> Void
    ) -> Response {
        var response = stream(nil, produce)
        response.isEndless = true
        return response
    }

    /// The request's body as it came, or what went wrong with it.
    static func echo(of request: Request, upTo limit: Int = .max) async -> Response {
        do {
            return Response(.ok, body: .bytes(try await request.body.collect(upTo: limit)))
        } catch let refusal as Refusal {
            return .text(refusal.code, refusal.status)
        } catch is BodyTooLarge {
            return .text("too large", .contentTooLarge)
        } catch {
            return .text("\(type(of: error))", .serviceUnavailable)
        }
    }
}
