import JSON

/// What the documents say of one header field of an answer.
struct FieldDocument: Sendable {
    let name: String
    let about: String
    let schema: SchemaDocument
    /// Whether it is always there.
    var isRequired = false
}
