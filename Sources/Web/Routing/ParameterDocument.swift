import JSON

/// What the documents say of one parameter.
struct ParameterDocument: Sendable {
    let name: String
    let about: String
    let schema: SchemaDocument
    let isRequired: Bool
}
