/// How a value is written and documented: for output, which nobody reads back.
///
/// Where a `Schema` finds a member by key path, an answer's members are closures: they may compute,
/// and they are faster.
package struct Answer<Value>: Sendable {
    package internal(set) var document: SchemaDocument
    let writer: @Sendable (Value, inout JSONWriter) -> Void

    package init(
        _ document: SchemaDocument, _ write: @escaping @Sendable (Value, inout JSONWriter) -> Void
    ) {
        self.document = document
        writer = write
    }

    /// Writes the value where the writer stands: behind a key, as an element, or alone.
    package func write(_ value: Value, to writer: inout JSONWriter) {
        self.writer(value, &writer)
    }

    /// The value as JSON bytes. The capacity is what the caller expects; more is found when needed. What
    /// is a little longer than that is taken from and given back to all threads, which takes longer than to write it.
    package func bytes(of value: Value, reserving capacity: Int = 1_000) -> [UInt8] {
        var writer = JSONWriter(reserving: capacity)
        write(value, to: &writer)
        return writer.bytes
    }

    /// The same JSON for another type that holds such a value.
    package func from<Other>(_ get: @escaping @Sendable (Other) -> Value) -> Answer<Other> {
        Answer<Other>(document) { other, writer in write(get(other), to: &writer) }
    }

    /// The same answer, with a line on what its values mean.
    package func described(_ about: String) -> Answer {
        Answer(document.with("description", .string(about)), writer)
    }
}

extension Schema {
    /// The writing half of the schema.
    package var answer: Answer<Value> {
        Answer(document, writer)
    }
}
