/// One member of an object: its name, where its value lives, and how that is read and written.
package struct Field<Root, Part: Sendable>: Sendable {
    private(set) var reader: FieldReader
    private let document: SchemaDocument
    let write: @Sendable (Root, inout JSONWriter) -> Void

    init(_ reader: FieldReader, _ document: SchemaDocument, _ member: AnswerMember<Root>) {
        self.reader = reader
        self.document = document
        write = member.write
    }

    /// The same field, also read under a second spelling. The first wins where both are given, but the
    /// other has to be good, too; only the first is written.
    package func alsoSpelled(_ alias: String) -> Field {
        var copy = self
        copy.reader.aliases.append(alias)
        return copy
    }

    var documented: SchemaDocument.Member {
        SchemaDocument.Member(
            name: reader.name, aliases: reader.aliases, document: document,
            isRequired: reader.isRequired)
    }
}
