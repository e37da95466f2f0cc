import HTTP
import JSON

extension Giving {
    /// 201 with the JSON of what was made, and where it is from now on (RFC 9110 section 15.3.2): without
    /// `Location` it would be said to be where the request was sent to.
    package static func created(
        _ answer: Answer<Value>, at path: @escaping @Sendable (Value) -> String,
        about: String = "Created"
    ) -> Giving {
        let giving = json(answer, statuses: [(.created, about: about)]) { _ in .created }
        var document = giving.document
        document.fields.append(.location)
        return Giving(document: document) { value in
            var response = giving.respond(value)
            response.fields.append(.location, path(value))
            return response
        }
    }
}

extension FieldDocument {
    fileprivate static let location = FieldDocument(
        name: FieldName.location.text, about: "Where it is.",
        schema: Answer<String>.text.document)
}
