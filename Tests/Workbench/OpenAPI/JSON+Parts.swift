import JSON

extension JSON {
    package var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    package var members: [Member] {
        if case .object(let members) = self { return members }
        return []
    }

    package var elements: [JSON] {
        if case .array(let elements) = self { return elements }
        return []
    }
}
