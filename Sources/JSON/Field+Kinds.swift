extension Field {
    /// A member that must be there.
    package init(
        _ name: String, _ path: any KeyPath<Root, Part> & Sendable, _ schema: Schema<Part>,
        _ about: String
    ) {
        let key = JSONKey(name)
        self.init(name, schema.document.described(about), isRequired: true) { json, faults in
            if let json { return schema.read(json, &faults) }
            faults.add("required", "is required")
            return nil
        } write: { root, writer in
            writer.key(key)
            schema.write(root[keyPath: path], to: &writer)
        }
    }

    /// A member that may be absent or null, which means the default.
    package init(
        _ name: String, _ path: any KeyPath<Root, Part> & Sendable, _ schema: Schema<Part>,
        default value: Part, _ about: String
    ) {
        let key = JSONKey(name)
        let shown = (try? JSON.parse(schema.bytes(of: value))) ?? .null
        let document = schema.document.nullable.described(about).noting("default", shown)
        self.init(name, document, isRequired: false) { json, faults in
            guard let json, json != .null else { return value }
            return schema.read(json, &faults)
        } write: { root, writer in
            writer.key(key)
            schema.write(root[keyPath: path], to: &writer)
        }
    }

    /// A member that may be absent or null, which both mean nil; written only if there is a value.
    package init<Value: Sendable>(
        _ name: String, _ path: any KeyPath<Root, Part> & Sendable,
        optional schema: Schema<Value>, _ about: String
    ) where Part == Value? {
        let key = JSONKey(name)
        let document = schema.document.nullable.described(about)
        self.init(name, document, isRequired: false) { json, faults in
            guard let json, json != .null else { return .some(nil) }
            return schema.read(json, &faults).map(Optional.some)
        } write: { root, writer in
            guard let value = root[keyPath: path] else { return }
            writer.key(key)
            schema.write(value, to: &writer)
        }
    }

    /// A member of a PATCH: absent means `.keep`.
    package init<Value: Sendable>(
        _ name: String, _ path: any KeyPath<Root, Part> & Sendable,
        change schema: Schema<Value>, _ about: String
    ) where Part == Change<Value> {
        let key = JSONKey(name)
        self.init(name, schema.document.described(about), isRequired: false) { json, faults in
            guard let json else { return .keep }
            return schema.read(json, &faults).map { .set($0) }
        } write: { root, writer in
            guard case .set(let value) = root[keyPath: path] else { return }
            writer.key(key)
            schema.write(value, to: &writer)
        }
    }

    /// A member of a PATCH that may also be emptied: null means `.set(nil)`.
    package init<Value: Sendable>(
        _ name: String, _ path: any KeyPath<Root, Part> & Sendable,
        nullableChange schema: Schema<Value>, _ about: String
    ) where Part == Change<Value?> {
        self.init(name, path, change: schema.nullable, about)
    }
}
