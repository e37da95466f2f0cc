/// How a value is read from JSON, checked, written and documented: declared once, so that the four
/// can't disagree.
package struct Schema<Value: Sendable>: Sendable {
    package internal(set) var document: SchemaDocument
    let textForm: TextForm
    let reader: @Sendable (JSON, inout Faults) -> Value?
    let writer: @Sendable (Value, inout JSONWriter) -> Void

    init(
        _ document: SchemaDocument,
        textForm: TextForm = .string,
        read: @escaping @Sendable (JSON, inout Faults) -> Value?,
        write: @escaping @Sendable (Value, inout JSONWriter) -> Void
    ) {
        self.document = document
        self.textForm = textForm
        reader = read
        writer = write
    }

    /// The value, or nil after adding every fault there is.
    package func read(_ json: JSON, _ faults: inout Faults) -> Value? {
        reader(json, &faults)
    }

    /// The value of a query or path parameter, with the limits and faults of JSON.
    package func readText(_ text: String, at name: String, _ faults: inout Faults) -> Value? {
        faults.at(name) { faults in reader(textForm.json(text), &faults) }
    }

    /// Writes the value where the writer stands: behind a key, as an element, or alone.
    package func write(_ value: Value, to writer: inout JSONWriter) {
        self.writer(value, &writer)
    }

    /// The value as JSON bytes.
    package func bytes(of value: Value) -> [UInt8] {
        var writer = JSONWriter(reserving: 256)
        write(value, to: &writer)
        return writer.bytes
    }
}

extension Schema {
    /// The same schema, with a line on what its values mean.
    package func described(_ about: String) -> Schema {
        var copy = self
        copy.document = document.with("description", .string(about))
        return copy
    }

    /// The same schema, documented with the regular expression (ECMA-262) that its own rule amounts to, so that
    /// whoever has only the document knows it, too.
    package func matching(_ pattern: String) -> Schema {
        var copy = self
        copy.document = document.with("pattern", .string(pattern))
        return copy
    }

    /// The same schema, documented with what an absent value means.
    package func withDefault(_ value: Value) -> Schema {
        guard let shown = try? JSON.parse(bytes(of: value)) else { return self }
        var copy = self
        copy.document = document.noting("default", shown)
        return copy
    }

    /// The same schema, with an example for the documents.
    package func example(_ value: Value) -> Schema {
        guard let example = try? JSON.parse(bytes(of: value)) else { return self }
        var copy = self
        copy.document = document.with("examples", [example])
        return copy
    }
}
