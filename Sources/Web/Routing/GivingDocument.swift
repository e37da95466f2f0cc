import HTTP
import JSON

/// What the documents say of a route's good answers.
struct GivingDocument: Sendable {
    struct Case: Sendable {
        let status: Status
        let about: String
    }

    let cases: [Case]
    /// The first is what clients get that don't say what they want.
    let mediaTypes: [String]
    let schema: SchemaDocument?
    /// Header fields that carry a part of the answer.
    var fields: [FieldDocument] = []
}

extension GivingDocument {
    /// A schema is of JSON; anything else is a text.
    func schema(of mediaType: String) -> JSON {
        let isJSON = mediaType == "application/json" || mediaType.hasSuffix("+json")
        guard let schema, isJSON || mediaTypes.count == 1 else { return ["type": "string"] }
        return schema.usage
    }
}
