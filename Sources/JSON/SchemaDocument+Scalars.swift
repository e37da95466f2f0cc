extension SchemaDocument {
    static let boolean = SchemaDocument([.init("type", "boolean")])
    static let integer = SchemaDocument([.init("type", "integer")])
    static let number = SchemaDocument([.init("type", "number")])
    static let text = SchemaDocument([.init("type", "string")])
    static let anything = SchemaDocument([])

    /// A string of a format that JSON Schema knows: `uuid`, `date-time`.
    static func text(format: String) -> SchemaDocument {
        SchemaDocument([.init("type", "string"), .init("format", .string(format))])
    }

    static func words(_ words: [String]) -> SchemaDocument {
        let values = words.map { JSON.string($0) }
        return SchemaDocument([.init("type", "string"), .init("enum", .array(values))])
    }

    /// The same with one more keyword of the value itself, in place of an earlier one.
    func with(_ keyword: String, _ value: JSON) -> SchemaDocument {
        var copy = self
        copy.keywords.removeAll { $0.name == keyword }
        copy.keywords.append(JSON.Member(keyword, value))
        return copy
    }

    func with(_ keyword: String, _ value: Int) -> SchemaDocument {
        with(keyword, .integer(Int64(value)))
    }
}
