extension Answer {
    /// An object with these members, in this order. With a name it becomes a component.
    package static func object(
        _ name: String? = nil, _ members: [AnswerMember<Value>]
    ) -> Answer {
        // Only the closures are kept: going through the members would count references to every
        // part of their documents, for each object that is written.
        let writers = members.map(\.write)
        return Answer(.object(named: name, members.map(\.documented))) { value, writer in
            writer.object { writer in
                for write in writers { write(value, &writer) }
            }
        }
    }

    package static func array<Element>(of element: Answer<Element>) -> Answer
    where Value == [Element] {
        Answer(.array(of: element.document, count: nil)) { elements, writer in
            writer.array { writer in
                for value in elements {
                    writer.element()
                    element.write(value, to: &writer)
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
        Answer<Value?>(document.nullable) { value, writer in
            guard let value else { return writer.null() }
            write(value, to: &writer)
        }
    }
}
