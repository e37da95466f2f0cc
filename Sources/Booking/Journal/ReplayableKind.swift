import JSON

/// A kind of entry, whatever its payload: for whoever reads the journal as a whole.
package struct ReplayableKind: Sendable {
    package let name: String
    /// What its payloads look like.
    package let document: SchemaDocument
    let streamPrefix: String
    /// Reads an entry's JSON and changes the read tables by it.
    let apply: @Sendable ([UInt8], EntryHead, ReadTables) throws -> Void

    init<Payload>(_ kind: EntryKind<Payload>) {
        name = kind.name
        document = kind.schema.document
        streamPrefix = kind.streamPrefix
        apply = { data, head, tables in
            try kind.apply(kind.payload(from: data), head, tables)
        }
    }

    /// The id that a stream of this kind's entries names; nil where it is none of them.
    func id(in stream: String) -> String? {
        guard stream.utf8.starts(with: streamPrefix.utf8) else { return nil }
        return String(stream.utf8.dropFirst(streamPrefix.utf8.count))
    }
}
