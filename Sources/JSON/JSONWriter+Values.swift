extension JSONWriter {
    /// Any value as it is.
    package mutating func json(_ value: JSON) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .integer(let value): integer(value)
        case .decimal(let number): out.append(number.text.utf8Span.span)
        case .string(let text): string(text)
        case .array(let elements): array(elements)
        case .object(let members): object(members)
        }
    }

    private mutating func array(_ elements: [JSON]) {
        array { writer in
            for element in elements {
                writer.element()
                writer.json(element)
            }
        }
    }

    private mutating func object(_ members: [JSON.Member]) {
        object { writer in
            for member in members {
                writer.key(member.name)
                writer.json(member.value)
            }
        }
    }
}

extension JSON {
    /// The value as bytes without blanks.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.json(self)
        return writer.bytes
    }

    /// The value as text without blanks.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
