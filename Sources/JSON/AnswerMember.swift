/// One member of an object that is written: its name, its kind, and where its value comes from.
package struct AnswerMember<Root>: Sendable {
    let documented: SchemaDocument.Member
    let write: @Sendable (Root, inout JSONWriter) -> Void

    /// A member that is always there.
    package init<Part>(
        _ name: String, _ answer: Answer<Part>, _ about: String = "",
        _ get: @escaping @Sendable (Root) -> Part
    ) {
        self.init(
            SchemaDocument.Member(
                name: name, document: answer.document.described(about), isRequired: true),
            get, answer.written(under: JSONKey(name)))
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
        self.init(
            SchemaDocument.Member(
                name: name, document: answer.document.described(about), isRequired: false),
            get, answer.omitted(under: JSONKey(name)))
    }

    private init<Part>(
        _ documented: SchemaDocument.Member, _ get: @escaping @Sendable (Root) -> Part,
        _ write: @escaping @Sendable (Part, inout JSONWriter) -> Void
    ) {
        self.init(documented) { root, writer in write(get(root), &writer) }
    }

    private init(
        _ documented: SchemaDocument.Member,
        _ write: @escaping @Sendable (Root, inout JSONWriter) -> Void
    ) {
        self.documented = documented
        self.write = write
    }

    /// The same member of a type that holds such a root, so that objects can share members:
    /// `Booking.members.map { $0.from(\.booking) }`.
    package func from<Other>(_ get: @escaping @Sendable (Other) -> Root) -> AnswerMember<Other> {
        AnswerMember<Other>(documented, get, write)
    }
}
