/// One member of an object that is written: its name, its kind, and where its value comes from.
package struct AnswerMember<Root>: Sendable {
    let documented: SchemaDocument.Member
    let write: @Sendable (Root, inout JSONWriter) -> Void

    /// A member that is always there.
    package init<Part>(
        _ name: String, _ answer: Answer<Part>, _ about: String = "",
        _ get: @escaping @Sendable (Root) -> Part
    ) {
        let key = JSONKey(name)
        documented = SchemaDocument.Member(
            name: name, document: answer.document.described(about), isRequired: true)
        write = { root, writer in
            writer.key(key)
            answer.write(get(root), to: &writer)
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
        documented = SchemaDocument.Member(
            name: name, document: answer.document.described(about), isRequired: false)
        write = { root, writer in
            guard let part = get(root) else { return }
            writer.key(key)
            answer.write(part, to: &writer)
        }
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
        AnswerMember<Other>(documented) { other, writer in write(get(other), &writer) }
    }
}
