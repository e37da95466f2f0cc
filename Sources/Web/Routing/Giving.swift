import HTTP
import JSON

/// What a route answers when all goes well.
package struct Giving<Value: Sendable>: Sendable {
    /// Says when an answer isn't right any more, made for each of those that can be kept.
    typealias Keeping = @Sendable (Value) -> (@Sendable () -> Bool)?

    let document: GivingDocument
    /// Nil where answers are never kept.
    let keeping: Keeping?
    package let respond: @Sendable (Value) -> Response

    init(
        document: GivingDocument, keeping: Keeping? = nil,
        respond: @escaping @Sendable (Value) -> Response
    ) {
        self.document = document
        self.keeping = keeping
        self.respond = respond
    }
}

extension Giving {
    /// 200 with JSON.
    package static func ok(_ answer: Answer<Value>, about: String = "Done") -> Giving {
        json(.ok, answer, about)
    }

    /// JSON under a status that depends on the value: health, for one.
    package static func json(
        _ answer: Answer<Value>, statuses: [(Status, about: String)],
        status: @escaping @Sendable (Value) -> Status
    ) -> Giving {
        let documents = statuses.map { GivingDocument.Case(status: $0.0, about: $0.about) }
        return Giving(
            document: GivingDocument(
                cases: documents, mediaTypes: ["application/json"], schema: answer.document)
        ) { value in
            let status = status(value)
            let fields: ResponseFields = status == .serviceUnavailable ? .jsonForNow : .json
            return Response(status, fields, body: .bytes(answer.bytes(of: value)))
        }
    }

    private static func json(_ status: Status, _ answer: Answer<Value>, _ about: String) -> Giving {
        json(answer, statuses: [(status, about)]) { _ in status }
    }
}

extension Giving {
    /// The same answer with a strong `ETag`, for things that `If-Match` guards.
    package func tagged(_ tag: @escaping @Sendable (Value) -> String) -> Giving {
        let respond = respond
        return Giving(document: document) { value in
            var response = respond(value)
            response.fields.append(.entityTag, tag(value))
            return response
        }
    }
}

extension Giving where Value == Void {
    /// 204.
    package static var noContent: Giving {
        let document = GivingDocument.Case(status: .noContent, about: "Done")
        return Giving(document: GivingDocument(cases: [document], mediaTypes: [], schema: nil)) {
            Response(.noContent)
        }
    }
}

extension Giving where Value == Response {
    /// An answer that the handler puts together itself: pages, streams, other media types.
    package static func response(
        _ mediaTypes: String..., about: String, schema: SchemaDocument? = nil
    ) -> Giving {
        let document = GivingDocument.Case(status: .ok, about: about)
        return Giving(
            document: GivingDocument(cases: [document], mediaTypes: mediaTypes, schema: schema)
        ) { $0 }
    }

    /// A page for people, which tells them of failures too.
    package static func page(about: String, failures: [(Status, about: String)] = []) -> Giving {
        let cases = [(Status.ok, about: about)] + failures
        return Giving(
            document: GivingDocument(
                cases: cases.map { GivingDocument.Case(status: $0.0, about: $0.about) },
                mediaTypes: ["text/html"], schema: nil)
        ) { $0 }
    }
}

extension ResponseFields {
    /// The fields of every JSON answer; made once.
    package static let json = ResponseFields([.contentType: "application/json"])

    /// The same of a 503, which says when to ask again.
    fileprivate static let jsonForNow = ResponseFields([
        .contentType: "application/json", .retryAfter: "5",
    ])
}
