import JSON

extension JSON {
    var string: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    var members: [Member] {
        if case .object(let members) = self { return members }
        return []
    }

    var elements: [JSON] {
        if case .array(let elements) = self { return elements }
        return []
    }
}
