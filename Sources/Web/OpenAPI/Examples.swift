import JSON

/// Examples for a document: of every body, answer and parameter, put together from what members are called.
///
/// The words are few because the same name means the same thing all over the API. `Event.name` goes before
/// `name`, and a component's name stands for a whole example of it.
package struct Examples {
    private let words: [String: JSON]
    private let components: JSON

    /// `components` are the schemas that references lead to, by their names.
    init(_ words: [String: JSON], components: JSON) {
        self.words = words
        self.components = components
    }

    /// An example of a schema; nil where there is no word for a text.
    func value(of schema: JSON, named name: String = "", in owner: String = "") -> JSON? {
        if case .string(let reference)? = schema["$ref"] {
            let component = reference.split(separator: "/").last.map(String.init) ?? ""
            if let whole = words[component] { return whole }
            return components[component].flatMap { value(of: $0, in: component) }
        }
        if case .array(let examples)? = schema["examples"] { return examples.first }
        if let word = words["\(owner).\(name)"] ?? words[name], schema.allows(word) { return word }
        return made(of: schema, named: name, in: owner)
    }

    /// What the schema itself lets one guess.
    private func made(of schema: JSON, named name: String, in owner: String) -> JSON? {
        if let only = schema["const"] { return only }
        if let usual = schema["default"] { return usual }
        if case .array(let values)? = schema["enum"] { return values.first }
        if case .array(let kinds)? = schema["anyOf"], let first = kinds.first {
            return value(of: first, named: name, in: owner)
        }
        switch schema.kinds.first {
        case "object": return object(of: schema, in: owner)
        case "array":
            let element = schema["items"].flatMap { value(of: $0, named: name, in: owner) }
            return .array(element.map { [$0] } ?? [])
        case "integer": return .integer(schema["minimum"]?.integerValue.map { max(1, $0) } ?? 1)
        case "number": return 25
        case "boolean": return true
        case "string": return text(of: schema)
        default: return nil
        }
    }

    private func object(of schema: JSON, in owner: String) -> JSON {
        guard case .object(let properties)? = schema["properties"] else { return [:] }
        return .object(
            properties.filter { $0.value["x-alias-of"] == nil }.compactMap { property in
                value(of: property.value, named: property.name, in: owner)
                    .map { JSON.Member(property.name, $0) }
            })
    }

    private func text(of schema: JSON) -> JSON? {
        switch schema["format"] {
        case "uuid": "019bc0f2-6d1e-7c3a-9f5e-0a4b6f1c2d3e"
        case "date-time": "2030-03-04T10:00:00.000Z"
        case "date": "2030-03-04"
        case "email": "una@example.com"
        default: nil
        }
    }
}

extension JSON {
    /// The kinds that a schema allows, null being none of them.
    fileprivate var kinds: [String] {
        let types: [JSON] =
            switch self["type"] {
            case .array(let types)?: types
            case let type?: [type]
            case nil: []
            }
        return types.compactMap {
            if case .string(let name) = $0, name != "null" { return name }
            return nil
        }
    }

    /// Whether a word is of a kind that this schema allows.
    fileprivate func allows(_ word: JSON) -> Bool {
        if case .array(let values)? = self["enum"] { return values.contains(word) }
        return switch (word, kinds.first) {
        case (_, nil), (.string, "string"), (.integer, "integer"), (.integer, "number"),
            (.decimal, "number"), (.bool, "boolean"), (.array, "array"), (.object, "object"):
            true
        case (.null, _):
            self["type"].map { if case .array = $0 { true } else { false } } ?? false
        default: false
        }
    }
}
