extension SchemaDocument {
    /// One member in the document of an object.
    struct Member {
        let name: String
        var aliases: [String] = []
        let document: SchemaDocument
        let isRequired: Bool
    }

    static func object(named component: String?, _ members: [Member]) -> SchemaDocument {
        var keywords: [JSON.Member] = [
            .init("type", "object"),
            .init("properties", .object(members.flatMap(\.properties))),
        ]
        let required = members.filter { $0.isRequired && $0.aliases.isEmpty }
        if !required.isEmpty {
            keywords.append(.init("required", .array(required.map { .string($0.name) })))
        }
        // With two spellings neither is required, but one of them is.
        let choices = members.filter { $0.isRequired && !$0.aliases.isEmpty }
        if !choices.isEmpty {
            keywords.append(.init("allOf", .array(choices.map(\.requiresOneSpelling))))
        }
        return SchemaDocument(component: component, keywords, uses: members.map(\.document))
    }

    static func array(of element: SchemaDocument, count: ClosedRange<Int>?) -> SchemaDocument {
        var keywords: [JSON.Member] = [.init("type", "array"), .init("items", element.usage)]
        if let count {
            keywords.append(.init("minItems", .integer(Int64(count.lowerBound))))
            keywords.append(.init("maxItems", .integer(Int64(count.upperBound))))
        }
        return SchemaDocument(keywords, uses: [element])
    }

    /// A value that looks like one of these.
    package static func oneOf(_ kinds: [SchemaDocument]) -> SchemaDocument {
        SchemaDocument([.init("anyOf", .array(kinds.map(\.usage)))], uses: kinds)
    }

    static func dictionary(of value: SchemaDocument) -> SchemaDocument {
        SchemaDocument(
            [.init("type", "object"), .init("additionalProperties", value.usage)], uses: [value])
    }
}

extension SchemaDocument.Member {
    fileprivate var properties: [JSON.Member] {
        let main = JSON.Member(name, document.usage)
        let others = aliases.map { alias in
            let other = document.described("Another spelling of `\(name)`")
            return JSON.Member(alias, other.noting("x-alias-of", .string(name)).usage)
        }
        return [main] + others
    }

    fileprivate var requiresOneSpelling: JSON {
        let spellings = [name] + aliases
        return ["anyOf": .array(spellings.map { ["required": [.string($0)]] })]
    }
}
