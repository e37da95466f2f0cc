import HTTP
import JSON
import Time

/// Whether values are what a schema of an OpenAPI document says, as strictly as it can be read: members that
/// it does not name are not allowed.
///
/// It knows the keywords that the documents use; any other is a fault of its own.
package struct JSONSchema {
    /// The document that references lead into.
    let document: JSON

    package init(in document: JSON) {
        self.document = document
    }

    /// What is wrong with a value, each with its place.
    package func faults(of value: JSON, against schema: JSON, at place: String = "") -> [String] {
        if let reference = schema["$ref"]?.string {
            let steps = reference.split(separator: "/").dropFirst().map(String.init)
            guard let target = steps.reduce(Optional(document), { $0?[$1] }) else {
                return ["\(place): \(reference) leads nowhere"]
            }
            return faults(of: value, against: target, at: place)
        }
        return schema.members.flatMap { keyword in
            faults(of: value, keyword, of: schema, at: place)
        }
    }

    private func faults(
        of value: JSON, _ keyword: JSON.Member, of schema: JSON, at place: String
    ) -> [String] {
        let rule = keyword.value
        switch keyword.name {
        case "properties": return members(of: value, rule, at: place)
        case "required": return missing(in: value, rule, at: place)
        case "additionalProperties":
            return value.members.flatMap {
                faults(of: $0.value, against: rule, at: "\(place)/\($0.name)")
            }
        case "items":
            return value.elements.enumerated().flatMap {
                faults(of: $1, against: rule, at: "\(place)/\($0)")
            }
        case "allOf": return rule.elements.flatMap { faults(of: value, against: $0, at: place) }
        case "anyOf":
            let fits = rule.elements.contains { faults(of: value, against: $0).isEmpty }
            return fits ? [] : ["\(place): \(value.text) is none of the kinds it may be"]
        default:
            guard let holds = holds(keyword.name, rule, for: value) else {
                return ["\(place): \(keyword.name) is not understood"]
            }
            let told = "\(place): \(value.text.prefix(200)) is not \(keyword.name) \(rule.text)"
            return holds ? [] : [told]
        }
    }

    private func members(of value: JSON, _ properties: JSON, at place: String) -> [String] {
        value.members.flatMap { member in
            let place = "\(place)/\(member.name)"
            guard let schema = properties[member.name] else { return ["\(place) is unheard of"] }
            return faults(of: member.value, against: schema, at: place)
        }
    }

    private func missing(in value: JSON, _ names: JSON, at place: String) -> [String] {
        guard case .object = value else { return [] }
        return names.elements.compactMap(\.string).filter { value[$0] == nil }
            .map { "\(place)/\($0) is missing" }
    }

    /// Whether a rule about a value alone holds; nil for a keyword that nobody here knows.
    private func holds(_ keyword: String, _ rule: JSON, for value: JSON) -> Bool? {
        switch keyword {
        case "type": rule.kinds.contains { value.isOf($0) }
        case "const": rule == value
        case "enum": rule.elements.contains(value)
        case "format": value.string.map { rule.string?.isFormat(of: $0) ?? false } ?? true
        case "pattern": value.string.map { rule.string?.isFound(in: $0) ?? false } ?? true
        case "minLength": value.length.map { $0 >= rule.number } ?? true
        case "maxLength": value.length.map { $0 <= rule.number } ?? true
        case "minItems": value.count.map { $0 >= rule.number } ?? true
        case "maxItems": value.count.map { $0 <= rule.number } ?? true
        case "minimum": value.doubleValue.map { $0 >= rule.number } ?? true
        case "maximum": value.doubleValue.map { $0 <= rule.number } ?? true
        // All that is asked of is hundredths.
        case "multipleOf": value.doubleValue == nil || value.minorUnits() != nil
        case "description", "default", "examples", "title", "x-alias-of": true
        default: nil
        }
    }
}

extension JSON {
    fileprivate var kinds: [String] { string.map { [$0] } ?? elements.compactMap(\.string) }
    fileprivate var number: Double { doubleValue ?? .nan }
    fileprivate var length: Double? { string.map { Double($0.unicodeScalars.count) } }

    fileprivate var count: Double? {
        if case .array(let elements) = self { return Double(elements.count) }
        return nil
    }

    fileprivate func isOf(_ kind: String) -> Bool {
        switch (kind, self) {
        case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array),
            ("object", .object), ("number", .integer), ("number", .decimal):
            true
        case ("integer", _): integerValue != nil
        default: false
        }
    }
}

extension String {
    /// Whether a text is of this format.
    fileprivate func isFormat(of text: String) -> Bool {
        switch self {
        case "uuid":
            (try? Regex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").wholeMatch(in: text)) != nil
        case "date-time": Timestamp(rfc3339: text)?.hasOffset ?? false
        case "date": CivilDate(iso8601: text) != nil
        case "email": text.wholeMatch(of: /[^@\s]+@[^@\s]+\.[^@\s]+/) != nil
        case "uri": text.contains(":")
        default: false
        }
    }

    fileprivate func isFound(in text: String) -> Bool {
        guard let pattern = try? Regex(self) else { return false }
        return text.firstMatch(of: pattern) != nil
    }
}
