import JSON

/// One parameter of a path or a query: its name, what it may be, and one line on what it means.
package struct Parameter<Value: Sendable>: Sendable {
    let document: ParameterDocument
    let read: @Sendable (String?, inout Faults) -> Value?

    /// A parameter that must be there.
    package init(_ name: String, _ schema: Schema<Value>, _ about: String) {
        document = ParameterDocument(
            name: name, about: about, schema: schema.document, isRequired: true)
        read = { text, faults in
            if let text { return schema.readText(text, at: name, &faults) }
            faults.at(name) { $0.add("required", "is required") }
            return nil
        }
    }

    /// A parameter that means its default when it is absent.
    package init(_ name: String, _ schema: Schema<Value>, default value: Value, _ about: String) {
        document = ParameterDocument(
            name: name, about: about, schema: schema.withDefault(value).document, isRequired: false)
        read = { text, faults in
            guard let text else { return value }
            return schema.readText(text, at: name, &faults)
        }
    }

    /// A parameter that may be absent.
    package init<Part: Sendable>(_ name: String, optional schema: Schema<Part>, _ about: String)
    where Value == Part? {
        document = ParameterDocument(
            name: name, about: about, schema: schema.document, isRequired: false)
        read = { text, faults in
            guard let text else { return .some(nil) }
            guard let part = schema.readText(text, at: name, &faults) else { return nil }
            return .some(part)
        }
    }
}
