import HTTP
import JSON

/// The body that a route takes.
package struct Content<Value: Sendable>: Sendable {
    /// The body's media type and schema; nil for a route that takes none.
    let document: ContentDocument?
    let read: @Sendable (Request, inout Faults) async throws -> Value?
}

extension Content where Value == Void {
    /// No body; one that comes anyway is not read.
    package static var none: Content {
        Content(document: nil) { _, _ in () }
    }
}

extension Content {
    /// A JSON object.
    package static func json(_ schema: Schema<Value>) -> Content {
        Content(document: ContentDocument(schema: schema.document, isRequired: true)) {
            request, faults in
            let body = try await request.body.collect(upTo: Limits.jsonBody)
            try checkType(request)
            return schema.read(try parse(body), &faults)
        }
    }

    /// A JSON object, or nothing at all, which means `absent`.
    package static func optionalJSON(_ schema: Schema<Value>, absent: Value) -> Content {
        Content(document: ContentDocument(schema: schema.document, isRequired: false)) {
            request, faults in
            let body = try await request.body.collect(upTo: Limits.jsonBody)
            guard !body.isEmpty else { return absent }
            try checkType(request)
            return schema.read(try parse(body), &faults)
        }
    }

    private static func parse(_ body: [UInt8]) throws(Problem) -> JSON {
        do throws(MalformedJSON) {
            return try JSON.parse(body)
        } catch {
            throw .malformedJSON.saying("The body is not valid JSON: \(error)")
        }
    }

    private static func checkType(_ request: Request) throws(Problem) {
        guard MediaType.isJSON(request.fields.bytes(of: .contentType)) else {
            throw .unsupportedMediaType
        }
    }
}

extension Problem {
    package static var malformedJSON: Problem {
        Problem(.badRequest, "malformed_json", "The body is not valid JSON.")
    }

    package static var unsupportedMediaType: Problem {
        Problem(
            .unsupportedMediaType, "unsupported_media_type",
            "The body must be JSON, with the content type application/json.")
    }
}
