extension Schema {
    /// An object with these fields, in the order of the initialiser's parameters.
    ///
    /// All fields are read before one fault is told; members without a field are ignored. An object
    /// with a name becomes a component of the document.
    package static func object<each Part: Sendable>(
        named name: String? = nil,
        _ make: @escaping @Sendable (repeat each Part) -> Value,
        _ fields: repeat Field<Value, each Part>
    ) -> Schema {
        var members: [SchemaDocument.Member] = []
        for field in repeat each fields { members.append(field.documented) }
        return Schema(.object(named: name, members)) { json, faults in
            guard case .object(let members) = json else {
                faults.addWrongType(json, expected: "must be an object")
                return nil
            }
            let parts = (repeat (each fields).read(members, &faults))
            return try? make(repeat Unreadable.unwrap(each parts))
        } write: { value, writer in
            writer.object { writer in
                for field in repeat each fields { field.write(value, to: &writer) }
            }
        }
    }
}
