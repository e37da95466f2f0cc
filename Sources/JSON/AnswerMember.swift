import Time

/// One member of an object that is written: its name, its kind, and where its value comes from.
///
/// The initialisers are inlinable, so that a feature's closures are specialised for its own types:
/// generic calls across modules took half as long again.
package struct AnswerMember<Root>: Sendable {
    let documented: SchemaDocument.Member
    let write: @Sendable (Root, inout JSONWriter) -> Void

    /// A member that is always there.
    @_specialize(kind:partial,where Part == String)
    @_specialize(kind:partial,where Part == Int)
    @_specialize(kind:partial,where Part == Bool)
    @_specialize(kind:partial,where Part == Instant)
    @_specialize(kind:partial,where Part == String?)
    @_specialize(kind:partial,where Part == Instant?)
    package init<Part>(
        _ name: String, _ answer: Answer<Part>, _ about: String = "",
        _ get: @escaping @Sendable (Root) -> Part
    ) {
        let key = JSONKey(name)
        let writePart = answer.writer
        self.init(name, answer.document.described(about), isRequired: true) { root, writer in
            writer.key(key)
            writePart(get(root), &writer)
        }
    }

    /// A member that is null where there is no value.
    package init<Part>(
        _ name: String, nullable answer: Answer<Part>, _ about: String = "",
        _ get: @escaping @Sendable (Root) -> Part?
    ) {
        self.init(name, answer.nullable, about, get)
    }

    /// A member that is left out where there is no value.
    package init<Part>(
        _ name: String, omittable answer: Answer<Part>, _ about: String = "",
        _ get: @escaping @Sendable (Root) -> Part?
    ) {
        let key = JSONKey(name)
        let writePart = answer.writer
        self.init(name, answer.document.described(about), isRequired: false) { root, writer in
            guard let part = get(root) else { return }
            writer.key(key)
            writePart(part, &writer)
        }
    }

    init(
        _ name: String, _ document: SchemaDocument, isRequired: Bool,
        _ write: @escaping @Sendable (Root, inout JSONWriter) -> Void
    ) {
        documented = SchemaDocument.Member(name: name, document: document, isRequired: isRequired)
        self.write = write
    }

    /// The same member of a type that holds such a root, so that objects can share members:
    /// `Booking.members.map { $0.from(\.booking) }`.
    package func from<Other>(_ get: @escaping @Sendable (Other) -> Root) -> AnswerMember<Other> {
        let (document, isRequired) = (documented.document, documented.isRequired)
        return AnswerMember<Other>(documented.name, document, isRequired: isRequired) {
            other, writer in
            write(get(other), &writer)
        }
    }
}
