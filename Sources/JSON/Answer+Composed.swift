import Time

extension Answer {
    /// An object with these members, in this order. With a name it becomes a component.
    package static func object(
        _ name: String? = nil, _ members: [AnswerMember<Value>]
    ) -> Answer {
        // Only the closures are kept: going through the members would count references to every
        // part of their documents, for each object that is written.
        let write = inTurn(members.map(\.write)[...])
        return Answer(.object(named: name, members.map(\.documented))) { value, writer in
            writer.object { writer in write(value, &writer) }
        }
    }

    /// The writers of an object's members as one that calls them in turn. It holds each by itself: out of an array a
    /// closure is fetched by counting a reference to it, which takes as long as to write a short member.
    static func inTurn(
        _ members: ArraySlice<@Sendable (Value, inout JSONWriter) -> Void>
    ) -> @Sendable (Value, inout JSONWriter) -> Void {
        guard let first = members.first else { return { _, _ in } }
        if members.count == 1 { return first }
        let middle = (members.startIndex + members.endIndex) / 2
        let (front, back) = (inTurn(members[..<middle]), inTurn(members[middle...]))
        return { value, writer in
            front(value, &writer)
            back(value, &writer)
        }
    }

    package static func array<Element>(of element: Answer<Element>) -> Answer
    where Value == [Element] {
        Answer(.array(of: element.document, count: nil)) { elements, writer in
            writer.array { writer in
                let (elements, write) = (elements.span, element.writer)
                for index in elements.indices {
                    writer.element()
                    write(elements[index], &writer)
                }
            }
        }
    }

    /// An object whose names are data, in the order given: `{"1":0,"2":5}`.
    package static func dictionary<Element>(of element: Answer<Element>) -> Answer
    where Value == [(name: String, value: Element)] {
        Answer(.dictionary(of: element.document)) { entries, writer in
            writer.object { writer in
                for entry in entries {
                    writer.key(entry.name)
                    element.write(entry.value, to: &writer)
                }
            }
        }
    }

    /// The same answer, or null where there is no value.
    package var nullable: Answer<Value?> {
        @_specialize(where Value == String)
        @_specialize(where Value == Instant)
        get {
            Answer<Value?>(document.nullable) { value, writer in
                guard let value else { return writer.null() }
                write(value, to: &writer)
            }
        }
    }
}
