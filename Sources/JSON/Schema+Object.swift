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
        // Closures of each field: going through the pack itself, each time, would cost the square of its
        // length.
        var readers: [FieldReader] = []
        var writers: [@Sendable (Value, inout JSONWriter) -> Void] = []
        for field in repeat each fields {
            members.append(field.documented)
            readers.append(field.reader)
            writers.append(field.write)
        }
        let write = Answer.inTurn(writers[...])
        return Schema(.object(named: name, members)) { [readers] json, faults in
            guard case .object(let members) = json else {
                faults.addWrongType(json, expected: "must be an object")
                return nil
            }
            var parts = ObjectParts(readers.indices.map { readers[$0].read(members, &faults) })
            return try? make(repeat parts.next((each Part).self))
        } write: { value, writer in
            writer.object { writer in write(value, &writer) }
        }
    }
}
