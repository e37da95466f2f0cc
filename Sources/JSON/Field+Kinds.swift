extension Field {
    /// A member that must be there.
    package init(
        _ name: String, _ get: @escaping @Sendable (Root) -> Part, _ schema: Schema<Part>,
        _ about: String
    ) {
        self.init(
            schema.field(name), schema.document.described(about),
            AnswerMember(name, schema.answer, "", get))
    }

    /// A member that may be absent or null, which means the default.
    package init(
        _ name: String, _ get: @escaping @Sendable (Root) -> Part, _ schema: Schema<Part>,
        default value: Part, _ about: String
    ) {
        let shown = (try? JSON.parse(schema.bytes(of: value))) ?? .null
        self.init(
            schema.field(name, default: value),
            schema.document.nullable.described(about).noting("default", shown),
            AnswerMember(name, schema.answer, "", get))
    }

    /// A member that may be absent or null, which both mean nil; written only if there is a value.
    package init<Value: Sendable>(
        _ name: String, _ get: @escaping @Sendable (Root) -> Part,
        optional schema: Schema<Value>, _ about: String
    ) where Part == Value? {
        self.init(
            schema.optionalField(name), schema.document.nullable.described(about),
            AnswerMember(name, omittable: schema.answer, "", get))
    }

    /// A member of a PATCH: absent means `.keep`.
    package init<Value: Sendable>(
        _ name: String, _ get: @escaping @Sendable (Root) -> Part,
        change schema: Schema<Value>, _ about: String
    ) where Part == Change<Value> {
        self.init(
            schema.changeField(name), schema.document.described(about),
            AnswerMember(name, omittable: schema.answer, "") { get($0).value })
    }

    /// A member of a PATCH that may also be emptied: null means `.set(nil)`.
    package init<Value: Sendable>(
        _ name: String, _ get: @escaping @Sendable (Root) -> Part,
        nullableChange schema: Schema<Value>, _ about: String
    ) where Part == Change<Value?> {
        self.init(name, get, change: schema.nullable, about)
    }
}
