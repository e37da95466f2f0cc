import HTTP
import JSON

extension Giving {
    /// The same answer where it may be one that was given before.
    package var orReplayed: Giving<Response> {
        var document = document
        document.fields.append(.idempotencyReplayed)
        return Giving<Response>(document: document) { $0 }
    }
}

extension Response {
    /// The same answer, given again.
    package var replayed: Response {
        var again = self
        again.fields.append(.idempotencyReplayed, "true")
        return again
    }
}

extension FieldDocument {
    fileprivate static let idempotencyReplayed = FieldDocument(
        name: FieldName.idempotencyReplayed.text,
        about: "`true` where this is the answer that an earlier request with the same key got.",
        schema: Answer<String>.text.document)
}
