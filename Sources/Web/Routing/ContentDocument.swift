import JSON

/// What the documents say of a body that a route takes.
struct ContentDocument: Sendable {
    let schema: SchemaDocument
    let isRequired: Bool
    /// The media types that it may come in.
    var mediaTypes = ["application/json"]
}
