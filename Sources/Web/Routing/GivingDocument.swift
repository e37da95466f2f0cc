import HTTP
import JSON

/// What the documents say of a route's good answers.
struct GivingDocument: Sendable {
    struct Case: Sendable {
        let status: Status
        let about: String
    }

    let cases: [Case]
    let mediaType: String?
    let schema: SchemaDocument?
    /// Header fields that carry a part of the answer.
    var fields: [FieldDocument] = []
}
