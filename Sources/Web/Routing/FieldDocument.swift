import JSON

/// What the documents say of one header field of an answer.
struct FieldDocument: Sendable {
    let name: String
    let about: String
    let schema: SchemaDocument
}
