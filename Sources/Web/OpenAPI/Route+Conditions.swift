import HTTP
import JSON

/// What HTTP itself asks or says around an operation (RFC 9110), so that clients needn't guess it.
extension Route {
    /// The fields by which a request says under which condition it is meant (section 13.1).
    var conditions: [ParameterDocument] {
        var fields: [ParameterDocument] = []
        if problems.contains(where: { $0.code == Problem.preconditionFailed.code }) {
            fields.append(.ifMatch)
        }
        if isConditional { fields.append(.ifNoneMatch) }
        return fields
    }

    /// Whether who has the answer already can be told just that.
    var isConditional: Bool {
        method == .get && isTagged && documents.gives.cases.contains { $0.status == .ok }
    }

    /// The answer to whom that is told.
    var notModified: JSON {
        [
            "description": "It is still what `If-None-Match` names",
            "headers": .object([FieldDocument.entityTag.json]),
        ]
    }

    /// The fields of every answer with a status.
    func fields(of status: Int) -> [FieldDocument] {
        switch status {
        case 200 where isConditional: [.entityTag]
        case 401: [.wwwAuthenticate]
        case 429, 503: [.retryAfter]
        default: []
        }
    }
}

extension ParameterDocument {
    fileprivate static let ifMatch = ParameterDocument(
        name: FieldName.ifMatch.text,
        about: "The `ETag` of what was read: 412 if it has changed since.",
        schema: Answer<String>.text.document, isRequired: false)

    fileprivate static let ifNoneMatch = ParameterDocument(
        name: FieldName.ifNoneMatch.text,
        about: "The `ETag` of what is there already: 304 if it still is that.",
        schema: Answer<String>.text.document, isRequired: false)
}

extension FieldDocument {
    fileprivate static let entityTag = FieldDocument(
        name: FieldName.entityTag.text, about: "Names what is answered: another when it changes.",
        schema: Answer<String>.text.document, isRequired: true)

    fileprivate static let wwwAuthenticate = FieldDocument(
        name: FieldName.wwwAuthenticate.text, about: "How to say who one is.",
        schema: Answer<String>.text.document, isRequired: true)

    fileprivate static let retryAfter = FieldDocument(
        name: FieldName.retryAfter.text, about: "In how many seconds to ask again.",
        schema: Answer<Int>.integer.document, isRequired: true)
}
