import JSON

/// A message that the server posts to those who asked for it: one member of the document's `webhooks`.
package struct OutgoingMessage: Sendable {
    /// The kind, by which receivers tell it from others.
    package let kind: String
    package let summary: String
    /// What `data` holds.
    package let data: SchemaDocument

    package init(_ kind: String, _ summary: String, data: SchemaDocument) {
        self.kind = kind
        self.summary = summary
        self.data = data
    }
}
