extension Schema where Value == Bool {
    package static var boolean: Schema {
        Schema(.boolean, textForm: .boolean) { json, faults in
            if case .bool(let value) = json { return value }
            faults.addWrongType(json, expected: "must be true or false")
            return nil
        } write: { value, writer in
            writer.bool(value)
        }
    }
}

extension Schema where Value == JSON {
    /// Anything at all, kept as it is.
    package static var json: Schema {
        Schema(.anything) { json, _ in
            json
        } write: { value, writer in
            writer.json(value)
        }
    }
}

extension Schema where Value: RawRepresentable, Value.RawValue == String {
    /// One of these words: `.oneOf(Status.allCases)`.
    package static func oneOf(_ values: [Value]) -> Schema {
        let words = values.map(\.rawValue)
        let detail = "must be one of " + words.joined(separator: ", ")
        return Schema(.words(words)) { json, faults in
            guard case .string(let text) = json else {
                faults.addWrongType(json, expected: detail)
                return nil
            }
            if let index = words.firstIndex(where: { $0.hasSameBytes(as: text) }) {
                return values[index]
            }
            faults.add("not_allowed", detail)
            return nil
        } write: { value, writer in
            writer.string(value.rawValue)
        }
    }
}
